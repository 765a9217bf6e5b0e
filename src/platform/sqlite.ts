import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database, SqlValue } from '../domain/ports.ts';

/** What both drivers offer: they share Node's own interface. */
interface Driver {
  DatabaseSync: new (
    path: string,
    options?: { readOnly: boolean },
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: SqlValue[]): unknown;
      all(...values: SqlValue[]): unknown[];
    };
    close(): void;
  };
}

/** How long a process waits for another one's write, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens a database file and the directories above it, or one in memory for `:memory:`.
 * Throws when the file is no database or can't be written.
 */
export function openDatabase(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return connect(path);
}

/** Opens a database file where nothing can be written, not even what SQLite keeps beside a file that it reads. */
export function openUnchanging(path: string): Database {
  return connect(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
}

/** Makes every transaction survive a kill and a power cut from the moment it is committed, and readers not wait for writers. */
export function keepDurable(database: Database): void {
  writeAhead(database);
  // Without recursive triggers, INSERT OR REPLACE would get past those that keep the log as it is.
  database.exec('PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON');
}

/** Two processes that make a store at once get in each other's way here, and SQLite doesn't wait for this by itself. */
function writeAhead(database: Database, tries = 10): void {
  const [mode] = database.all<{ journal_mode: string }>('PRAGMA journal_mode');
  if (mode?.journal_mode === 'wal' || mode?.journal_mode === 'memory') return;
  try {
    database.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (tries === 0) throw error;
    // This does wait.
    database.transaction(() => undefined);
    writeAhead(database, tries - 1);
  }
}

function connect(path: string, options?: { readOnly: boolean }): Database {
  const connection = new (loadDriver().DatabaseSync)(path, options ?? { readOnly: false });
  const prepared = new Map<string, ReturnType<typeof connection.prepare>>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return {
    exec: (sql) => connection.exec(sql),
    run: (sql, ...values) => void prepare(sql).run(...values),
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as Row[],
    transaction(work) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        rollBack(connection);
        throw error;
      }
    },
    close: () => connection.close(),
  };
}

/** SQLite has rolled back already after some errors, a full disk among them, and says so. */
function rollBack(connection: { exec(sql: string): void }): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // The error that led here says what happened.
  }
}

/** Whether an error says that the file is damaged or no database at all, and not that our SQL is wrong. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database/.test(error.message);
}

/** Whether an error says that another process kept the database for longer than we wait. */
export function isLock(error: unknown): boolean {
  return error instanceof Error && /database( table)? is locked/.test(error.message);
}

/** Whether an error comes from the database or the disk below it, and not from our own code. */
export function isStorageError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ERR_SQLITE_ERROR' || /^E[A-Z]+$/.test(code);
}

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${path}${suffix}`, { force: true });
}

/** Node's own driver where the runtime has one with full-text search; else the same interface as a prebuilt package. */
function loadDriver(): Driver {
  const require = createRequire(import.meta.url);
  return ownDriver(require) ?? (require('@photostructure/sqlite') as Driver);
}

/** Node 20 has none, and that of Node 22.13 was built without full-text search. */
function ownDriver(require: NodeJS.Require): Driver | undefined {
  const { emitWarning } = process;
  // Node announces on standard error that its driver is experimental; our users can do nothing about that.
  process.emitWarning = () => undefined;
  try {
    const driver = require('node:sqlite') as Driver;
    const probe = new driver.DatabaseSync(':memory:');
    const [row] = probe.prepare("SELECT sqlite_compileoption_used('ENABLE_FTS5') AS has").all() as {
      has: number;
    }[];
    probe.close();
    return row?.has === 1 ? driver : undefined;
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}
