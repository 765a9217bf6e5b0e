import { isId } from '../../domain/id.ts';
import { shortId } from './ids.ts';
import type { Mark } from './scan.ts';

export interface CardFields {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly difficulty: string;
  readonly estimated_time: string;
  readonly prerequisites: readonly string[];
  readonly sources: readonly string[];
  readonly checked: string;
}

interface Source {
  readonly fileName: string;
  readonly today: string;
  readonly marks: readonly Mark[];
  readonly body: string;
}

/** Words that are read aloud in the head in a minute. */
const WORDS_A_MINUTE = 180;

/** The fields of the card: what the front matter gives, and sensible values, told apart, for the rest. */
export function cardFields(
  data: Readonly<Record<string, unknown>>,
  source: Source,
): { fields: CardFields; assumed: Record<string, string> } {
  const assumed: Record<string, string> = {};
  const assume = <Value>(key: string, value: Value): Value => {
    assumed[key] = Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
    return value;
  };
  const heading = source.marks.find((mark) => mark.kind === 'heading');
  const name = source.fileName.replace(/\.\w+$/, '');
  const title =
    text(data.title) ?? assume('title', heading?.kind === 'heading' ? heading.words : name);
  const id =
    typeof data.id === 'string' && isId(data.id)
      ? data.id
      : assume('id', shortId(title, shortId(name, 'imported')));
  const difficulty = /^(easy|medium|hard)$/.test(String(data.difficulty))
    ? String(data.difficulty)
    : assume('difficulty', 'medium');
  const time = /^(?=\d)(\d+\s*h)?\s*(\d+\s*min)?$/.test(String(data.estimated_time))
    ? String(data.estimated_time)
    : assume('estimated_time', readingTime(source.body));
  const fields = {
    id,
    title,
    tags: texts(data.tags) ?? assume('tags', []),
    difficulty,
    estimated_time: time,
    prerequisites: texts(data.prerequisites)?.filter(isId) ?? assume('prerequisites', []),
    sources:
      texts(data.sources) ??
      (text(data.source) ? [text(data.source) ?? ''] : assume('sources', [])),
    checked: assume('checked', source.today),
  };
  return { fields, assumed };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String).filter((item) => item.trim() !== '') : undefined;
}

function readingTime(body: string): string {
  return `${Math.max(1, Math.round(body.split(/\s+/).length / WORDS_A_MINUTE))}min`;
}
