import { join } from 'node:path';
import { findTopics } from '../../../src/content/find-topics.ts';
import { readTopic } from '../../../src/content/read-topic.ts';
import { realFiles } from '../../../src/platform/files.ts';

export const CONTENT = join(import.meta.dirname, '../../../content');

/** Every topic that comes with the tool, in the order of the course. */
export const shippedTopics = findTopics(CONTENT, realFiles)
  .topics.map(({ directory }) => {
    const { topic } = readTopic(directory, realFiles);
    if (!topic) throw new Error(`${directory} can’t be read`);
    return topic;
  })
  .sort((a, b) => (a.card.order ?? Infinity) - (b.card.order ?? Infinity));

/** A table of counts, printed with the results of the tests. */
export function print(rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map(([name = '', ...counts]) => {
    return String(name).padEnd(24) + counts.map((count) => String(count).padStart(11)).join('');
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
