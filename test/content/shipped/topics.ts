import { join } from 'node:path';
import { findTopics } from '../../../src/content/find-topics.ts';
import { readTopic } from '../../../src/content/read-topic.ts';
import { realFiles } from '../../../src/platform/files.ts';

export const CONTENT = join(import.meta.dirname, '../../../content');

/** Every topic that comes with the tool, in the order of the course. */
export const shippedTopics = findTopics(CONTENT, realFiles)
  .topics.flatMap(({ directory }) => readTopic(directory, realFiles).topic ?? [])
  .sort((a, b) => (a.card.order ?? 0) - (b.card.order ?? 0));

/** A table of counts, printed with the results of the tests. */
export function print(rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map(([name = '', ...counts]) => {
    return String(name).padEnd(24) + counts.map((count) => String(count).padStart(11)).join('');
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
