import { dirname, join } from 'node:path';
import type { FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import { sanitize } from '../markdown/parsing.ts';
import { didYouMean } from '../wording/nearest.ts';
import { type Link, linksIn } from './links.ts';
import { oneLine } from './plain-data.ts';

/** `[[links]]` to topics and exercises that aren't known, and links to files that aren't there. */
export function brokenLinks(
  topics: readonly Topic[],
  files: FileSystem,
  known: ReadonlySet<string>,
): Problem[] {
  const written = new Set(
    topics.flatMap(({ card, questions, exercises }) =>
      [card, ...questions, ...exercises].map(({ file }) => file),
    ),
  );
  const isBroken = (link: Link, file: string) =>
    'id' in link ? !known.has(link.id) : !files.stat(join(dirname(file), link.path));
  return [...written].flatMap((file) => {
    const read = files.readText(file);
    return (read.ok ? linksIn(sanitize(read.text)) : [])
      .filter((link) => isBroken(link, file))
      .map((link) => broken(link, file, known));
  });
}

function broken(link: Link, file: string, known: ReadonlySet<string>): Problem {
  const { line, column } = link;
  return 'id' in link
    ? {
        file,
        line,
        column,
        what: `[[${link.id}]] leads to no topic and no exercise`,
        fix: `write the id of one.${didYouMean(link.id, known)}`,
      }
    : {
        file,
        line,
        column,
        what: `the link to ${oneLine(link.path)} leads to no file`,
        fix: 'write a path relative to this file',
      };
}
