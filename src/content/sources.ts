import type { FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import { sanitize } from '../markdown/parsing.ts';
import { didYouMean } from '../wording/nearest.ts';
import { splitFrontMatter } from './front-matter.ts';

/** Keys that cards cite and the list of sources doesn't explain. A root without a list has nothing to compare with. */
export function unknownSources(
  list: string,
  topics: readonly Topic[],
  files: FileSystem,
): Problem[] {
  if (!files.stat(list)) return [];
  const read = files.readText(list);
  if (!read.ok)
    return [
      {
        file: list,
        line: 1,
        column: 1,
        what: `it can't be read: ${read.why}`,
        fix: 'make it a readable text file',
      },
    ];
  const known = new Set(
    [
      ...sanitize(read.text).matchAll(
        /^(?:[-*|]\s*)\**([A-Za-z]+-?\d+|[A-Z]{2,}(?:-[A-Z\d]+)*)\b/gm,
      ),
    ].map(([, key = '']) => key),
  );
  return topics.flatMap(({ card }) => {
    const text = files.readText(card.file);
    const line = text.ok ? splitFrontMatter(sanitize(text.text)).keyLine('sources') : 1;
    return card.sources
      .filter((source) => !/^https?:/.test(source) && !known.has(source))
      .map(
        (source): Problem => ({
          file: card.file,
          line,
          column: 1,
          what: `the source ${source} is not explained in sources.md`,
          fix: `add it there, or give its address.${didYouMean(source, known)}`,
        }),
      );
  });
}
