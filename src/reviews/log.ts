import type { Database } from '../domain/ports.ts';
import type { Attempt, Change, LogEntry, Review } from '../domain/review-log.ts';
import type { ParameterSets } from './parameter-sets.ts';
import { entryOf, LOG_COLUMNS, type LogRow, rowOf } from './rows.ts';

const COUNTS = 'NOT EXISTS (SELECT 1 FROM review_log AS taken WHERE taken.undoes = review_log.id)';
const COLUMN_NAMES = LOG_COLUMNS.split(', ') as (keyof LogRow)[];
const INSERT = `INSERT INTO review_log (${LOG_COLUMNS}) VALUES (${COLUMN_NAMES.map(() => '?').join(', ')})`;
/** How many rows are held in memory at once when the whole log is read. */
const PAGE = 10_000;

/** A place in the order of the log. */
type Place = Pick<LogEntry, 'orderMs' | 'id'>;

const END: Place = { orderMs: Number.MAX_SAFE_INTEGER, id: '' };

function isBefore(a: Place, b: Place): boolean {
  return a.orderMs < b.orderMs || (a.orderMs === b.orderMs && a.id < b.id);
}

function changesProgress(entry: LogEntry): entry is Review | Change {
  return !['undo', 'weights', 'carry', 'attempt'].includes(entry.kind);
}

/** The append-only table: the only truth about what the learner did. */
export class ReviewLog {
  readonly #database: Database;
  readonly #parameterSets: ParameterSets;

  constructor(database: Database, parameterSets: ParameterSets) {
    this.#database = database;
    this.#parameterSets = parameterSets;
  }

  append(entry: LogEntry): void {
    const set = entry.kind === 'review' ? this.#parameterSets.idOf(entry.parameters) : null;
    const row = rowOf(entry, set);
    this.#database.run(INSERT, ...COLUMN_NAMES.map((name) => row[name]));
  }

  has(id: string): boolean {
    return this.#database.all('SELECT 1 FROM review_log WHERE id = ?', id).length > 0;
  }

  /** The order of the next entry: the wall clock, unless it went back. */
  nextOrderMs(atMs: number): number {
    const [row] = this.#database.all<{ last: number | null }>(
      'SELECT max(order_ms) AS last FROM review_log',
    );
    return Math.max(atMs, (row?.last ?? Number.NEGATIVE_INFINITY) + 1);
  }

  /** Every entry in order, those taken back included. */
  *entries(): Generator<LogEntry> {
    let after: Pick<LogRow, 'order_ms' | 'id'> = { order_ms: Number.MIN_SAFE_INTEGER, id: '' };
    for (;;) {
      const rows: LogRow[] = this.#database.all<LogRow>(
        `SELECT ${LOG_COLUMNS} FROM review_log WHERE (order_ms, id) > (?, ?) ORDER BY order_ms, id LIMIT ${PAGE}`,
        after.order_ms,
        after.id,
      );
      for (const row of rows) yield this.#entry(row);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last;
    }
  }

  /** The reviews and changes that count for a question, in order: its own, and those it carried on from earlier ids. */
  entriesOf(question: string): (Review | Change)[] {
    return [...this.#lineageOf(question)]
      .flatMap(([each, end]) => this.#entriesBefore(end, each, "kind <> 'carry'"))
      .filter(changesProgress)
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  /** The names that a question had, each with where its history was carried on: what came later is not of this question. */
  #lineageOf(question: string): Map<string, Place> {
    const ends = new Map([[question, END]]);
    const open = [question];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const carry of this.#entriesBefore(ends.get(at) ?? END, at, "kind = 'carry'")) {
        if (carry.kind !== 'carry') continue;
        const known = ends.get(carry.from);
        // Ends only ever move on, so names that went round in a circle come to an end, too.
        if (known && !isBefore(known, carry)) continue;
        ends.set(carry.from, carry);
        open.push(carry.from);
      }
    }
    return ends;
  }

  #entriesBefore({ orderMs, id }: Place, question: string, kinds: string): LogEntry[] {
    const rows = this.#database.all<LogRow>(
      `SELECT ${LOG_COLUMNS} FROM review_log
       WHERE question = ? AND (order_ms, id) < (?, ?) AND ${kinds} AND kind <> 'undo' AND ${COUNTS}`,
      question,
      orderMs,
      id,
    );
    return rows.map((row) => this.#entry(row));
  }

  /** Ids of the questions that carry on the history of `question`, directly or through others. */
  heirsOf(question: string): string[] {
    const rows = this.#database.all<{ question: string }>(
      `WITH RECURSIVE heirs (question) AS (
         SELECT question FROM review_log WHERE carried_from = ?
         UNION SELECT review_log.question FROM review_log JOIN heirs ON carried_from = heirs.question
       ) SELECT question FROM heirs`,
      question,
    );
    return rows.map((row) => row.question);
  }

  /** Every id that has an entry. */
  questions(): string[] {
    const rows = this.#database.all<{ question: string }>(
      'SELECT DISTINCT question FROM review_log WHERE question IS NOT NULL',
    );
    return rows.map((row) => row.question);
  }

  /** The last thing that the learner did and didn't take back. */
  lastToUndo(): Review | Change | undefined {
    const [row] = this.#database.all<LogRow>(
      `SELECT ${LOG_COLUMNS} FROM review_log
       WHERE kind IN ('review', 'suspend', 'resume', 'reset', 'keep') AND ${COUNTS}
       ORDER BY order_ms DESC, id DESC LIMIT 1`,
    );
    return row && (this.#entry(row) as Review | Change);
  }

  /** The weights that explain the history; undefined when none were trained. */
  weights(): readonly number[] | undefined {
    const [row] = this.#database.all<{ weights: string }>(
      `SELECT weights FROM review_log WHERE kind = 'weights' ORDER BY order_ms DESC, id DESC LIMIT 1`,
    );
    return row && (JSON.parse(row.weights) as number[]);
  }

  /** The reviews of a range of days, both included, that were not taken back, in order. */
  reviewsBetween(first: number, last: number): Review[] {
    const rows = this.#database.all<LogRow>(
      `SELECT ${LOG_COLUMNS} FROM review_log
       WHERE day BETWEEN ? AND ? AND kind = 'review' AND ${COUNTS} ORDER BY order_ms, id`,
      first,
      last,
    );
    return rows.map((row) => this.#entry(row) as Review);
  }

  /** The attempts at exercises whose reviews were not taken back, in order. */
  attempts(): Attempt[] {
    const rows = this.#database.all<LogRow>(
      `SELECT ${LOG_COLUMNS} FROM review_log
       WHERE kind = 'attempt' AND NOT EXISTS (
         SELECT 1 FROM review_log AS taken WHERE taken.undoes = review_log.attempt ->> 'review')
       ORDER BY order_ms, id`,
    );
    return rows.map((row) => this.#entry(row) as Attempt);
  }

  hasMoreToCarry(question: string, from: string): boolean {
    const rows = this.#database.all(
      `SELECT 1 FROM review_log WHERE question = ? AND kind NOT IN ('undo', 'carry', 'attempt') AND order_ms > (
         SELECT coalesce(max(order_ms), ${Number.MIN_SAFE_INTEGER}) FROM review_log
         WHERE carried_from = ? AND question = ?) LIMIT 1`,
      from,
      from,
      question,
    );
    return rows.length > 0;
  }

  effortBetween(first: number, last: number): { questions: number; ms: number } {
    const [row] = this.#database.all<{ questions: number; ms: number | null }>(
      `SELECT count(DISTINCT day || ' ' || question) AS questions, sum(duration_ms) AS ms FROM review_log
       WHERE day BETWEEN ? AND ? AND kind = 'review' AND source <> 'exercise' AND ${COUNTS}`,
      first,
      last,
    );
    return { questions: row?.questions ?? 0, ms: row?.ms ?? 0 };
  }

  #entry(row: LogRow): LogEntry {
    return entryOf(row, (id) => this.#parameterSets.get(id));
  }
}
