import { join } from 'node:path';
import type { ImportResult } from '../../content/import/import-markdown.ts';
import { sanitize } from '../../markdown/parsing.ts';

export interface Imported {
  readonly source: string;
  readonly result: ImportResult;
}

/** The report for people. Names and titles are another's words, which must not speak to the terminal. */
export function reportLines(imported: readonly Imported[], written: readonly string[]): string {
  return [...imported.flatMap(linesOn), ...written.map((path) => `wrote ${path}`)]
    .map((line) => `${sanitize(line).replace(/[\n\t]/g, ' ')}\n`)
    .join('');
}

/** The report for programs. Characters that a terminal could obey are written as JSON escapes. */
export function reportJson(imported: readonly Imported[], written: readonly string[]): string {
  const files = imported.map(({ source, result: { files: _, ...rest } }) => ({ source, ...rest }));
  const json = JSON.stringify({ schema: 'swelearn.import/1', files, written }, null, 2);
  return `${json.replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function linesOn({ source, result }: Imported): string[] {
  const { questions, topic, title, assumed, remarks } = result;
  const count = (level: number) => questions.filter((question) => question.level === level).length;
  return [
    `${source}: ${join(topic, 'card.md')} “${title}”, ${questions.length} question${questions.length === 1 ? '' : 's'} (${count(1)} L1, ${count(2)} L2, ${count(3)} L3)`,
    ...questions.map(
      ({ level, line, id, parent, keyPoints }) =>
        `  ${'  '.repeat(level - 1)}L${level}  line ${line}  ${id}${parent ? `  after ${parent}` : ''}  ${keyPoints} key points`,
    ),
    ...Object.entries(assumed).map(([key, value]) => `  assumed ${key}: ${value}`),
    ...remarks.map(({ line, what }) => `  line ${line}: ${what}`),
  ];
}
