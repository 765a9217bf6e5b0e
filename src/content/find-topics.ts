import type { FileStat, FileSystem } from '../domain/ports.ts';
import type { Problem } from '../domain/problem.ts';

/** A directory that holds a `card.md`. */
export interface FoundTopic {
  readonly directory: string;
  readonly card: FileStat;
}

export interface FoundTopics {
  /** In the order of their paths. */
  readonly topics: FoundTopic[];
  readonly problems: Problem[];
}

/** Looks for topics at any depth below a root. A topic's own directory is not searched further. */
export function findTopics(root: string, files: FileSystem): FoundTopics {
  const found: FoundTopics = { topics: [], problems: [] };
  if (files.stat(root)?.kind === 'directory') visit(root, files, new Set(), found);
  else {
    found.problems.push({
      file: root,
      line: 1,
      column: 1,
      what: 'there is no such content directory',
      fix: 'check the path given by --content or swelearn config',
    });
  }
  return found;
}

function visit(directory: string, files: FileSystem, seen: Set<string>, found: FoundTopics): void {
  // Joined by hand: with thousands of topics, normalising each path is a good part of the start.
  const card = files.stat(`${directory}/card.md`);
  if (card) {
    found.topics.push({ directory, card });
    return;
  }
  // A symbolic link may lead back up; the same place is searched once.
  const place = files.realPath(directory);
  if (place === undefined || seen.has(place)) return;
  seen.add(place);
  for (const { name, kind } of files.list(directory)) {
    const path = `${directory}/${name}`;
    if (kind === 'directory' && !name.startsWith('.') && name !== 'node_modules')
      visit(path, files, seen, found);
    else if (name === 'card.md') found.problems.push(unreadable(path));
    else if (name === 'questions.md') found.problems.push(stray(path));
  }
}

function unreadable(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    what: "the card can't be read: it is a link that leads nowhere",
    fix: 'mend the link, or remove it',
  };
}

function stray(file: string): Problem {
  return {
    file,
    line: 1,
    column: 1,
    what: 'these questions belong to no topic',
    fix: 'add a card.md beside them',
  };
}
