import type { Exercise, ExerciseOutline } from '../../domain/exercise.ts';
import type { Database } from '../../domain/ports.ts';
import type { Topic } from '../../domain/topic.ts';
import { exerciseFingerprint } from '../fingerprint.ts';

/** Keeps what lists and planning need of the exercises of one topic, in their order. */
export function indexExercises(
  database: Database,
  directory: string,
  exercises: readonly Exercise[],
): void {
  for (const [place, exercise] of exercises.entries()) {
    const { id, title, topic, level, task, minutes } = exercise;
    database.run(
      `INSERT INTO exercises (directory, place, id, title, topic, level, kind, minutes, fingerprint)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      directory,
      place,
      id,
      title,
      topic,
      level,
      task.kind,
      minutes,
      exerciseFingerprint(exercise),
    );
  }
}

/** The exercises of the shown directories in their order; of two with one id, the first. */
export function exerciseOutlines(
  database: Database,
  shown: readonly string[],
): readonly ExerciseOutline[] {
  const rows = database.all<ExerciseOutline>(
    `SELECT e.id, e.title, e.topic, e.level, e.kind, e.minutes, e.fingerprint
     FROM json_each(?) AS shown JOIN exercises AS e ON e.directory = shown.value
     ORDER BY shown.key, e.place`,
    JSON.stringify(shown),
  );
  const found = new Map<string, ExerciseOutline>();
  for (const row of rows) if (!found.has(row.id)) found.set(row.id, row);
  return [...found.values()];
}

export function exerciseOf(
  id: string,
  database: Database,
  shown: readonly string[],
): Exercise | undefined {
  const [row] = database.all<{ topic: string }>(
    `SELECT t.topic FROM json_each(?) AS shown
     JOIN exercises AS e ON e.directory = shown.value AND e.id = ?
     JOIN topics AS t ON t.directory = e.directory
     ORDER BY shown.key LIMIT 1`,
    JSON.stringify(shown),
    id,
  );
  const topic = row && (JSON.parse(row.topic) as Topic);
  return topic?.exercises.find((exercise) => exercise.id === id);
}
