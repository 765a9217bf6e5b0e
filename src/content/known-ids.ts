import type { FileSystem } from '../domain/ports.ts';
import { sanitize } from '../markdown/parsing.ts';
import type { Elsewhere } from './check.ts';
import { findTopics } from './find-topics.ts';
import { splitFrontMatter } from './front-matter.ts';

/** The ids of all topics and exercises below the roots, as their files state them. */
export function knownIds(roots: readonly string[], files: FileSystem): Elsewhere {
  const directories = roots
    .flatMap((root) => findTopics(root, files).topics)
    .map(({ directory }) => directory);
  const idIn = (file: string): string[] => {
    const read = files.readText(file);
    const id = read.ok ? splitFrontMatter(sanitize(read.text)).data.id : undefined;
    return typeof id === 'string' ? [id] : [];
  };
  return {
    topics: directories.flatMap((directory) => idIn(`${directory}/card.md`)),
    exercises: directories.flatMap((directory) =>
      files
        .list(`${directory}/exercises`)
        .filter(({ name }) => name.endsWith('.md'))
        .flatMap(({ name }) => idIn(`${directory}/exercises/${name}`)),
    ),
  };
}
