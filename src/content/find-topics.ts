import { join } from 'node:path';
import type { FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';

export interface FoundTopics {
  /** Directories that hold a `card.md`, in the order of their paths. */
  readonly directories: string[];
  readonly problems: Problem[];
}

/** Looks for topics at any depth below a root. A topic's own directory is not searched further. */
export function findTopicDirectories(root: string, files: FileSystem): FoundTopics {
  const found: FoundTopics = { directories: [], problems: [] };
  if (files.stat(root)?.kind === 'directory') search(root, files, new Set(), found);
  else
    found.problems.push({
      file: root,
      line: 1,
      column: 1,
      what: 'there is no such content directory',
      fix: 'check the path given by --content or swelearn config',
    });
  return found;
}

function search(directory: string, files: FileSystem, seen: Set<string>, found: FoundTopics): void {
  // A symbolic link may lead back up; the same place is searched once.
  const place = files.realPath(directory);
  if (place === undefined || seen.has(place)) return;
  seen.add(place);
  const names = files.list(directory);
  if (names.includes('card.md')) {
    found.directories.push(directory);
    return;
  }
  if (names.includes('questions.md')) {
    found.problems.push({
      file: join(directory, 'questions.md'),
      line: 1,
      column: 1,
      what: 'these questions belong to no topic',
      fix: 'add a card.md beside them',
    });
  }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules' || name.endsWith('.md')) continue;
    const path = join(directory, name);
    if (files.stat(path)?.kind === 'directory') search(path, files, seen, found);
  }
}
