import type { Database, FileSystem } from '../../domain/ports.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/topic.ts';
import type { FoundTopic } from '../find-topics.ts';
import type { TopicSummary } from '../library.ts';
import { indexExercises } from './exercises.ts';
import type { passagesOf } from './passages.ts';
import { indexQuestions } from './questions.ts';
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
) => { topic: Topic | undefined; problems: Problem[]; unreadable: boolean };

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
  const known = knownRows(database);
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
    // It comes with the parser.
    const { passagesOf } = await import('./passages.ts');
    // Reading takes its time; the lock is held for writing only.
    const read = stale.map((directory) => ({ directory, ...readTopic(directory, files) }));
    database.transaction(() => {
      // Another process may have read some of them meanwhile: what it wrote is written over, never beside.
      forget(database, [...gone, ...stale]);
      for (const each of read)
        known.set(
          each.directory,
          index(database, each, stamps.get(each.directory) ?? '', passagesOf),
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

function knownRows(database: Database): Map<string, Row> {
  const rows = database.all<Row>('SELECT directory, stamp, summary, problems FROM topics');
  return new Map(rows.map((row) => [row.directory, row]));
}

function forget(database: Database, directories: readonly string[]): void {
  if (directories.length === 0) return;
  const list = JSON.stringify(directories);
  database.run('DELETE FROM topics WHERE directory IN (SELECT value FROM json_each(?))', list);
  database.run('DELETE FROM questions WHERE directory IN (SELECT value FROM json_each(?))', list);
  database.run('DELETE FROM exercises WHERE directory IN (SELECT value FROM json_each(?))', list);
  database.run('DELETE FROM passages WHERE directory IN (SELECT value FROM json_each(?))', list);
}

interface ReadDirectory {
  readonly directory: string;
  readonly topic: Topic | undefined;
  readonly problems: readonly Problem[];
  /** Some file could not be read; it may be readable next time without having changed. */
  readonly unreadable: boolean;
}

function index(
  database: Database,
  { directory, topic, problems, unreadable }: ReadDirectory,
  stamp: string,
  passages: typeof passagesOf,
): Row {
  const row: Row = {
    directory,
    stamp: unreadable ? '' : stamp,
    summary: topic ? JSON.stringify(summarise(topic, directory)) : null,
    problems: JSON.stringify(problems),
  };
  database.run(
    'INSERT INTO topics (directory, stamp, summary, topic, problems) VALUES (?, ?, ?, ?, ?)',
    directory,
    row.stamp,
    row.summary,
    topic ? JSON.stringify(topic) : null,
    row.problems,
  );
  indexQuestions(database, directory, topic?.questions ?? []);
  indexExercises(database, directory, topic?.exercises ?? []);
  for (const { title, text, parts, place } of topic ? passages(topic) : []) {
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
  const { id, title, tags, difficulty, estimatedMinutes, prerequisites, confusedWith, order } =
    card;
  const count = (level: number) => questions.filter((question) => question.level === level).length;
  return {
    id,
    title,
    tags,
    difficulty,
    estimatedMinutes,
    prerequisites,
    confusedWith,
    ...(order === undefined ? {} : { order }),
    levels: { 1: count(1), 2: count(2), 3: count(3) },
    exercises: exercises.length,
    directory,
  };
}
