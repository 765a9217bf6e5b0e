import type { Database } from '../domain/ports.ts';

/** What is in a history, in a few numbers. */
export interface Summary {
  /** Lines of the log, those taken back and those that take back included. */
  readonly entries: number;
  /** Answers that count. */
  readonly reviews: number;
  /** Questions with progress. */
  readonly questions: number;
  /** When the newest entry was made; null when there is none. */
  readonly lastMs: number | null;
}

export function summaryOf(database: Database): Summary {
  const [row] = database.all<Summary>(`
    SELECT
      (SELECT count(*) FROM review_log) AS entries,
      (SELECT count(*) FROM review_log WHERE kind = 'review')
        - (SELECT count(DISTINCT undo.undoes) FROM review_log AS undo
           JOIN review_log AS taken ON taken.id = undo.undoes WHERE taken.kind = 'review') AS reviews,
      (SELECT count(*) FROM progress) AS questions,
      (SELECT max(at_ms) FROM review_log) AS lastMs`);
  return row ?? { entries: 0, reviews: 0, questions: 0, lastMs: null };
}

/** What SQLite finds wrong in the file; empty when all is well. Throws when it can't even look. */
export function damageIn(database: Database, check: 'quick_check' | 'integrity_check'): string[] {
  const rows = database.all<Readonly<Record<string, string>>>(`PRAGMA ${check}`);
  return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
}
