import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Database, SqlValue } from '../domain/ports.ts';

/** What both drivers offer: they share Node's own interface. */
interface Driver {
  DatabaseSync: new (
    path: string,
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
  const connection = new (loadDriver().DatabaseSync)(path);
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
        connection.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => connection.close(),
  };
}

/** Node's own driver where the runtime has one; else the same interface as a prebuilt package. */
function loadDriver(): Driver {
  const require = createRequire(import.meta.url);
  const { emitWarning } = process;
  // Node announces on standard error that its driver is experimental; our users can do nothing about that.
  process.emitWarning = () => undefined;
  try {
    return require('node:sqlite') as Driver;
  } catch {
    return require('@photostructure/sqlite') as Driver;
  } finally {
    process.emitWarning = emitWarning;
  }
}
