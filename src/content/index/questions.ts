import type { Database } from '../../domain/ports.ts';
import type { Question, QuestionOutline } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import { fingerprintOf } from '../fingerprint.ts';

interface Row {
  readonly id: string;
  readonly topic: string;
  readonly level: 1 | 2 | 3;
  readonly parent: string | null;
  readonly kind: QuestionOutline['kind'];
  readonly fingerprint: string;
  readonly formerly: string;
}

/** Keeps what drawing lots and planning need of the questions of one topic. */
export function indexQuestions(
  database: Database,
  directory: string,
  questions: readonly Question[],
): void {
  for (const [place, question] of questions.entries()) {
    const { id, topic, level, parent, task, formerly } = question;
    database.run(
      `INSERT INTO questions (directory, place, id, topic, level, parent, kind, fingerprint, formerly)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      directory,
      place,
      id,
      topic,
      level,
      parent ?? null,
      task.kind,
      fingerprintOf(question),
      formerly.join(' '),
    );
  }
}

/** The questions of the shown directories in their order; of two with one id, the first. */
export function outlines(database: Database, shown: readonly string[]): QuestionOutline[] {
  const rows = database.all<Row>(
    `SELECT q.id, q.topic, q.level, q.parent, q.kind, q.fingerprint, q.formerly
     FROM json_each(?) AS shown JOIN questions AS q ON q.directory = shown.value
     ORDER BY shown.key, q.place`,
    JSON.stringify(shown),
  );
  const found = new Map<string, QuestionOutline>();
  for (const row of rows) if (!found.has(row.id)) found.set(row.id, outlineOf(row));
  return [...found.values()];
}

function outlineOf({
  id,
  topic,
  level,
  parent,
  kind,
  fingerprint,
  formerly,
}: Row): QuestionOutline {
  return {
    id,
    topic,
    level,
    ...(parent === null ? {} : { parent }),
    kind,
    fingerprint,
    formerly: formerly === '' ? [] : formerly.split(' '),
  };
}

export function questionOf(
  id: string,
  database: Database,
  shown: readonly string[],
): Question | undefined {
  const directory = directoryOf(id, database, shown);
  if (directory === undefined) return undefined;
  const [row] = database.all<{ topic: string }>(
    'SELECT topic FROM topics WHERE directory = ?',
    directory,
  );
  const topic = row && (JSON.parse(row.topic) as Topic);
  return topic?.questions.find((question) => question.id === id);
}

export function directoryOf(
  id: string,
  database: Database,
  shown: readonly string[],
): string | undefined {
  const rows = database.all<{ directory: string }>(
    'SELECT directory FROM questions WHERE id = ?',
    id,
  );
  const holding = new Set(rows.map(({ directory }) => directory));
  return shown.find((directory) => holding.has(directory));
}
