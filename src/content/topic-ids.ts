import type { FileSystem } from '../domain/ports.ts';
import { sanitize } from '../markdown/parsing.ts';
import { findTopics } from './find-topics.ts';
import { splitFrontMatter } from './front-matter.ts';

/** The ids of all topics below the roots, as their cards state them. */
export function topicIds(roots: readonly string[], files: FileSystem): string[] {
  return roots
    .flatMap((root) => findTopics(root, files).topics)
    .flatMap(({ directory }) => {
      const read = files.readText(`${directory}/card.md`);
      const id = read.ok ? splitFrontMatter(sanitize(read.text)).data.id : undefined;
      return typeof id === 'string' ? [id] : [];
    });
}
