import type { Database, FileSystem } from '../../domain/ports.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/topic.ts';
import type { FoundTopic } from '../find-topics.ts';
import type { TopicSummary } from '../library.ts';
import { passagesOf } from './passages.ts';
import { stampOf } from './stamp.ts';

/** What the index knows of one topic directory. */
export interface Entry {
  readonly directory: string;
  /** Undefined when the card can't be used. */
  readonly summary: TopicSummary | undefined;
  readonly problems: readonly Problem[];
}

interface Row {
  readonly directory: string;
  readonly stamp: string;
  readonly summary: string | null;
  readonly problems: string;
}

export type ReadTopic = (
  directory: string,
  files: FileSystem,
) => { topic: Topic | undefined; problems: Problem[] };

/**
 * Brings the index up to date with the directories, and gives their entries in the same order. Only topics whose
 * files changed are read; `loadReader` is called when there are any, because the parsers take time to load.
 */
export async function refreshIndex(
  database: Database,
  topics: readonly FoundTopic[],
  files: FileSystem,
  loadReader: () => Promise<ReadTopic>,
): Promise<Entry[]> {
  const known = new Map(
    database
      .all<Row>('SELECT directory, stamp, summary, problems FROM topics')
      .map((row) => [row.directory, row]),
  );
  const stamps = new Map(topics.map((topic) => [topic.directory, stampOf(topic, files)]));
  const directories = [...stamps.keys()];
  const stale = directories.filter(
    (directory) => known.get(directory)?.stamp !== stamps.get(directory),
  );
  const gone = [...known.keys()].filter(
    (directory) => !stamps.has(directory) && files.stat(directory) === undefined,
  );
  if (stale.length > 0 || gone.length > 0) {
    const readTopic = await loadReader();
    database.transaction(() => {
      forget(database, [...gone, ...stale.filter((directory) => known.has(directory))]);
      for (const directory of stale)
        known.set(
          directory,
          index(database, directory, stamps.get(directory) ?? '', readTopic, files),
        );
    });
  }
  return directories.flatMap((directory) => {
    const row = known.get(directory);
    if (!row) return [];
    return [
      {
        directory,
        summary: row.summary === null ? undefined : (JSON.parse(row.summary) as TopicSummary),
        problems: JSON.parse(row.problems) as Problem[],
      },
    ];
  });
}

function forget(database: Database, directories: readonly string[]): void {
  if (directories.length === 0) return;
  const list = JSON.stringify(directories);
  database.run('DELETE FROM topics WHERE directory IN (SELECT value FROM json_each(?))', list);
  database.run('DELETE FROM passages WHERE directory IN (SELECT value FROM json_each(?))', list);
}

function index(
  database: Database,
  directory: string,
  stamp: string,
  readTopic: ReadTopic,
  files: FileSystem,
): Row {
  const { topic, problems } = readTopic(directory, files);
  const row: Row = {
    directory,
    stamp,
    summary: topic ? JSON.stringify(summarise(topic, directory)) : null,
    problems: JSON.stringify(problems),
  };
  database.run(
    'INSERT OR REPLACE INTO topics (directory, stamp, summary, topic, problems) VALUES (?, ?, ?, ?, ?)',
    directory,
    stamp,
    row.summary,
    topic ? JSON.stringify(topic) : null,
    row.problems,
  );
  for (const { title, text, parts, place } of topic ? passagesOf(topic) : []) {
    database.run(
      'INSERT INTO passages (title, text, parts, directory, place) VALUES (?, ?, ?, ?, ?)',
      title,
      text,
      parts,
      directory,
      JSON.stringify(place),
    );
  }
  return row;
}

function summarise({ card, questions, exercises }: Topic, directory: string): TopicSummary {
  const { id, title, tags, difficulty, estimatedMinutes, prerequisites } = card;
  const count = (level: number) => questions.filter((question) => question.level === level).length;
  return {
    id,
    title,
    tags,
    difficulty,
    estimatedMinutes,
    prerequisites,
    levels: { 1: count(1), 2: count(2), 3: count(3) },
    exercises: exercises.length,
    directory,
  };
}
