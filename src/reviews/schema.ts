import type { Database } from '../domain/ports.ts';

/**
 * Each step takes the store from the version before it to its own, which is its place in the list. A step that was
 * released is never changed: what is wrong with it is mended by the next one.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE parameter_sets (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE review_log (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    question TEXT,
    at_ms INTEGER NOT NULL,
    order_ms INTEGER NOT NULL,
    day INTEGER NOT NULL,
    fingerprint TEXT,
    rating INTEGER,
    duration_ms INTEGER,
    source TEXT,
    elapsed_days INTEGER,
    predicted REAL,
    parameter_set INTEGER REFERENCES parameter_sets,
    undoes TEXT,
    carried_from TEXT,
    weights TEXT
  ) STRICT;
  CREATE INDEX review_log_by_order ON review_log (order_ms, id);
  CREATE INDEX review_log_by_question ON review_log (question, order_ms, id);
  CREATE INDEX review_log_by_day ON review_log (day);
  CREATE INDEX review_log_by_undoes ON review_log (undoes) WHERE undoes IS NOT NULL;
  CREATE INDEX review_log_by_carry ON review_log (carried_from) WHERE carried_from IS NOT NULL;
  CREATE INDEX review_log_weights ON review_log (order_ms, id) WHERE kind = 'weights';
  CREATE TRIGGER review_log_is_never_changed BEFORE UPDATE ON review_log
    BEGIN SELECT RAISE (ABORT, 'the review log is only added to'); END;
  CREATE TRIGGER review_log_is_never_shortened BEFORE DELETE ON review_log
    BEGIN SELECT RAISE (ABORT, 'the review log is only added to'); END;
  CREATE TABLE progress (
    question TEXT PRIMARY KEY,
    suspended INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    first_day INTEGER,
    state TEXT,
    step INTEGER,
    stability REAL,
    difficulty REAL,
    reps INTEGER,
    lapses INTEGER,
    last_day INTEGER,
    last_ms INTEGER,
    scheduled_days INTEGER,
    due_day INTEGER,
    due_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE review_log ADD COLUMN attempt TEXT;
  CREATE INDEX review_log_attempts ON review_log (order_ms, id) WHERE kind = 'attempt';
  `,
];

/** ASCII `swlr`: tells our files from other SQLite databases. */
const APPLICATION_ID = 0x73776c72;

/** Version of the stores that this program makes. */
export const newestVersion = migrations.length;

/** Whether a database is a review store, or empty and free to become one. */
export function isOurs(database: Database): boolean {
  const [header] = database.all<{ application_id: number }>('PRAGMA application_id');
  const [table] = database.all('SELECT 1 FROM sqlite_schema LIMIT 1');
  return header?.application_id === APPLICATION_ID || table === undefined;
}

/** 0 for an empty database. */
export function versionOf(database: Database): number {
  return database.all<{ user_version: number }>('PRAGMA user_version')[0]?.user_version ?? 0;
}

/** Brings the store to the newest version in one transaction, so that a kill leaves the old one or the new one. */
export function migrate(database: Database): void {
  database.transaction(() => {
    const version = versionOf(database);
    for (const step of migrations.slice(version)) database.exec(step);
    if (version < newestVersion) {
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
      database.exec(`PRAGMA user_version = ${newestVersion}`);
    }
  });
}
