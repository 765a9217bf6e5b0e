import type { Database } from '../domain/ports.ts';
import type { Progress } from '../domain/progress.ts';
import { type ProgressRow, progressOf, progressValues } from './rows.ts';

const COLUMNS =
  'question, suspended, fingerprint, first_day, state, step, stability, difficulty, reps, lapses, last_day, last_ms, scheduled_days, due_day, due_ms';
const INSERT = `INSERT OR REPLACE INTO progress (${COLUMNS}) VALUES (${COLUMNS.replace(/\w+/g, '?')})`;

/** What the log adds up to, kept so that it needn't be added up at every start. */
export class ProgressTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get(question: string): Progress | undefined {
    const [row] = this.#database.all<ProgressRow>(
      `SELECT ${COLUMNS} FROM progress WHERE question = ?`,
      question,
    );
    return row && progressOf(row);
  }

  all(): Map<string, Progress> {
    return byQuestion(this.#database.all<ProgressRow>(`SELECT ${COLUMNS} FROM progress`));
  }

  among(questions: readonly string[]): Map<string, Progress> {
    const rows = this.#database.all<ProgressRow>(
      `SELECT ${COLUMNS} FROM progress WHERE question IN (SELECT value FROM json_each(?))`,
      JSON.stringify(questions),
    );
    return byQuestion(rows);
  }

  /** Keeps where a question stands; undefined when it has no history any more. */
  put(question: string, progress: Progress | undefined): void {
    if (progress) this.#database.run(INSERT, ...progressValues(progress));
    else this.#database.run('DELETE FROM progress WHERE question = ?', question);
  }

  clear(): void {
    this.#database.run('DELETE FROM progress');
  }
}

function byQuestion(rows: readonly ProgressRow[]): Map<string, Progress> {
  return new Map(rows.map((row) => [row.question, progressOf(row)]));
}
