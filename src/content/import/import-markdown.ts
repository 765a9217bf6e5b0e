import type { Level } from '../../domain/level.ts';
import { sanitize } from '../../markdown/parsing.ts';
import { type FrontMatter, splitFrontMatter } from '../front-matter.ts';
import { cardBody } from './card-body.ts';
import { cardFields } from './card-fields.ts';
import { shortId, unique } from './ids.ts';
import { sanitizeWhole } from './long-lines.ts';
import { findQuestions } from './questions.ts';
import { type Remark, remarksOn } from './remarks.ts';
import { scan } from './scan.ts';
import { withHashHeadings } from './underlined.ts';
import { writeCard, writeQuestions } from './write.ts';

/** A question that was found, as the report tells of it. */
export interface ImportedQuestion {
  readonly id: string;
  readonly level: Level;
  /** Id of the question that it follows up. */
  readonly parent?: string;
  readonly prompt: string;
  readonly keyPoints: number;
  /** 1-based line of the source. */
  readonly line: number;
}

export interface ImportResult {
  readonly topic: string;
  readonly title: string;
  readonly questions: readonly ImportedQuestion[];
  /** Card fields that the source doesn't give, and what was put there. */
  readonly assumed: Readonly<Record<string, string>>;
  /** What could not be placed, or is incomplete. */
  readonly remarks: readonly Remark[];
  /** The files to write, by name. */
  readonly files: Readonly<Record<'card.md' | 'questions.md', string>>;
}

/** Turns foreign Markdown into a card and leveled questions. `today` is an ISO date. */
export function importMarkdown(
  text: string,
  source: { readonly fileName: string; readonly today: string },
): ImportResult {
  const frontMatter = splitFrontMatter(sanitizeWhole(text));
  const lines = withHashHeadings(frontMatter.body.split('\n'));
  const offset = frontMatter.bodyLine - 1;
  const marks = scan(lines);
  const found = findQuestions(lines, marks);
  const body = cardBody(lines, marks, found);
  const { fields, assumed } = cardFields(frontMatter.data, {
    today: source.today,
    fileName: sanitize(source.fileName),
    marks,
    body,
  });
  const ids = unique(
    found.map(({ title }, index) =>
      `${fields.id}-${shortId(title, `question-${index + 1}`)}`.slice(0, 80).replace(/-+$/, ''),
    ),
  );
  const questions = found.map((question, index) => ({ ...question, id: ids[index] ?? '' }));
  return {
    topic: fields.id,
    title: fields.title,
    questions: questions.map(({ id, level, parent, prompt, keyPoints, line }) => ({
      id,
      level,
      ...(parent === undefined ? {} : { parent: ids[parent] ?? '' }),
      prompt,
      keyPoints: keyPoints.length,
      line: line + offset,
    })),
    assumed,
    remarks: remarksOn(found, lines, onFrontMatter(frontMatter), offset),
    files: { 'card.md': writeCard(fields, body), 'questions.md': writeQuestions(questions) },
  };
}

function onFrontMatter({ error }: FrontMatter): Remark | undefined {
  return error && { line: error.line, what: `the front matter was left out: ${error.message}` };
}
