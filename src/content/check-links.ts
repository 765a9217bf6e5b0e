import { dirname, join } from 'node:path';
import type { FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/topic.ts';
import { didYouMean } from './nearest.ts';

/** `[[links]]` to topics that don't exist, and links to files that aren't there. */
export function brokenLinks(topics: readonly Topic[], files: FileSystem): Problem[] {
  const known = new Set(topics.map(({ card }) => card.id));
  const written = new Set(
    topics.flatMap(({ card, questions, exercises }) =>
      [card, ...questions, ...exercises].map(({ file }) => file),
    ),
  );
  return [...written].flatMap((file) => {
    const read = files.readText(file);
    return (read.ok ? linksIn(read.text) : []).flatMap(({ id, path, line, column }): Problem[] => {
      if (id !== undefined && !known.has(id)) {
        return [
          {
            file,
            line,
            column,
            what: `[[${id}]] leads to no topic`,
            fix: `write the id of a topic.${didYouMean(id, known)}`,
          },
        ];
      }
      if (path !== undefined && !files.stat(join(dirname(file), path))) {
        return [
          {
            file,
            line,
            column,
            what: `the link to ${path} leads to no file`,
            fix: 'write a path relative to this file',
          },
        ];
      }
      return [];
    });
  });
}

interface Link {
  readonly id?: string;
  readonly path?: string;
  readonly line: number;
  readonly column: number;
}

function linksIn(text: string): Link[] {
  let fenced = false;
  return text.split('\n').flatMap((line, index): Link[] => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) return [];
    // What stands in backticks is quoted, not linked.
    const prose = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
    const at = (match: RegExpMatchArray) => ({
      line: index + 1,
      column: (match.index ?? 0) + 1,
    });
    return [
      ...[...prose.matchAll(/\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\](?:\(([^()\s]*)\))?/g)].map(
        (match) => ({
          id: (match[2]?.split('/').pop() ?? match[1] ?? '').trim(),
          ...at(match),
        }),
      ),
      ...[...prose.matchAll(/(?<!\])\]\(([^)\s#]+)[^)]*\)/g)]
        .filter((match) => !/^[a-z]+:/i.test(match[1] ?? ''))
        .map((match) => ({ path: match[1] ?? '', ...at(match) })),
    ];
  });
}
