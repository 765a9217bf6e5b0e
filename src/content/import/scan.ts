import { fenceRoles } from './fences.ts';
import { MOST_SHOWN } from './long-lines.ts';

/** What a line of foreign Markdown is, as far as importing needs to know. */
export type Mark =
  | {
      readonly kind: 'question';
      readonly line: number;
      readonly depth: number;
      readonly number: string;
      readonly words: string;
    }
  | {
      readonly kind: 'level';
      readonly line: number;
      readonly depth: number;
      readonly level: number;
    }
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly depth: number;
      readonly words: string;
    };

/** Bold questions stand below every heading. */
const BOLD = 7;

const QUESTION = /^(?:Q|Question\s+)(\d+(?:\.\d+)*)\s*[:.)]\s*(\S.*)$/i;
const LEVEL = /^(?:Level\s*([1-3])\b.*|L([1-3])(?:\s*(?:[:–-].*|questions?.*|follow.*))?)$/i;

/** The headings, level headings and questions of a text, in order. Underlined ones are written with `#` by now. `line` counts from 0. Fenced code is passed over. */
export function scan(lines: readonly string[]): Mark[] {
  const roles = fenceRoles(lines);
  return lines.flatMap((text, line) =>
    // A heading is no longer than what is shown of it, and looking for one in more takes quadratic time.
    roles[line] === 'text' && text.length <= MOST_SHOWN ? markOf(text, line) : [],
  );
}

function markOf(text: string, line: number): Mark[] {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text);
  const bold = /^\s{0,3}\*\*(.+?)\*\*:?\s*$/.exec(text);
  const words = (heading?.[2] ?? bold?.[1] ?? '').replace(/^\*\*(.*)\*\*$/, '$1').trim();
  const depth = heading?.[1]?.length ?? BOLD;
  const [, number, prompt] = QUESTION.exec(words) ?? [];
  if (number !== undefined && prompt !== undefined)
    return [{ kind: 'question', line, depth, number, words: prompt.trim() }];
  if (!heading) return [];
  const [, long, short] = LEVEL.exec(words) ?? [];
  const level = long ?? short;
  return [
    level
      ? { kind: 'level', line, depth, level: Number(level) }
      : { kind: 'heading', line, depth, words },
  ];
}
