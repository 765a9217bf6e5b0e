import type { Database, FileSystem } from '../../domain/ports.ts';
import { compareProblems, type Problem } from '../../domain/problem.ts';
import type { Topic } from '../../domain/topic.ts';
import type { MarkdownDocument } from '../../markdown/index.ts';
import { nearest } from '../../wording/nearest.ts';
import { findTopics } from '../find-topics.ts';
import type { Library, TopicSummary } from '../library.ts';
import { inPrerequisiteOrder } from '../prerequisite-order.ts';
import { exerciseOf, exerciseOutlines } from './exercises.ts';
import { outlines, questionOf } from './questions.ts';
import { type Entry, type ReadTopic, refreshIndex } from './refresh.ts';
import { prepareSchema } from './schema.ts';
import { searchPassages } from './search.ts';
import { sheetsIn } from './sheets.ts';

export interface LibrarySources {
  /** Content directories, the most important first: it wins where two have a topic of one id. */
  readonly roots: readonly string[];
  readonly files: FileSystem;
  readonly database: Database;
  /** Changes whenever the program does. */
  readonly build: string;
  readonly loadReader: () => Promise<ReadTopic>;
}

/** Opens the topics below the roots through the index in `database`, which is brought up to date first. */
export async function openIndexedLibrary({
  roots,
  files,
  database,
  build,
  loadReader,
}: LibrarySources): Promise<Library> {
  prepareSchema(database, build);
  const found = roots.map((root) => findTopics(root, files));
  const entries = await refreshIndex(
    database,
    found.flatMap((each) => each.topics),
    files,
    loadReader,
  );
  const { topics, problems } = firstOfEachId(entries);
  const allProblems = [
    ...found.flatMap((each) => each.problems),
    ...entries.flatMap((entry) => entry.problems),
    ...problems,
  ].sort(compareProblems);
  // Of two things with one id, that of the first root is shown.
  const shown = [...topics.values()].map(({ directory }) => directory);
  const course = inPrerequisiteOrder([...topics.values()]);
  const sheets = sheetsIn(database, shown);
  return {
    topics: () => course,
    document: async (id) => {
      const json = cell('document', id);
      if (json !== undefined) return JSON.parse(json) as MarkdownDocument;
      const topic = cell('topic', id);
      if (topic === undefined) return undefined;
      const { topicDocument } = await import('../topic-document.ts');
      const document = topicDocument(JSON.parse(topic) as Topic);
      keepDocument(id, document);
      return document;
    },
    questions: () => outlines(database, shown),
    question: (id) => questionOf(id, database, shown),
    exercises: () => exerciseOutlines(database, shown),
    exercise: (id) => exerciseOf(id, database, shown),
    prepareSheets: sheets.prepare,
    sheet: sheets.get,
    nearest: (name) => nearest(name, topics.keys()),
    search: (words, limit) => searchPassages(words, limit, shown, database, files),
    problems: () => allProblems,
    close: () => database.close(),
  };

  function keepDocument(id: string, document: MarkdownDocument): void {
    const directory = topics.get(id)?.directory ?? '';
    try {
      database.run(
        'UPDATE topics SET document = ? WHERE directory = ?',
        JSON.stringify(document),
        directory,
      );
    } catch {
      // It is kept to save time; on a read-only or full disk it is simply parsed again.
    }
  }

  function cell(column: 'topic' | 'document', id: string): string | undefined {
    const directory = topics.get(id)?.directory;
    if (directory === undefined) return undefined;
    const [row] = database.all<{ json: string | null }>(
      `SELECT ${column} AS json FROM topics WHERE directory = ?`,
      directory,
    );
    return row?.json ?? undefined;
  }
}

function firstOfEachId(entries: readonly Entry[]): {
  topics: Map<string, TopicSummary>;
  problems: Problem[];
} {
  const topics = new Map<string, TopicSummary>();
  const problems = entries.flatMap(({ summary }): Problem[] => {
    if (!summary) return [];
    const first = topics.get(summary.id);
    if (!first) topics.set(summary.id, summary);
    return first
      ? [
          {
            file: summary.directory,
            line: 1,
            column: 1,
            what: `the topic id ${summary.id} is used already, in ${first.directory}`,
            fix: 'give one of the two another id',
          },
        ]
      : [];
  });
  return { topics, problems };
}
