import type { Database } from '../domain/ports.ts';

/** Lets the work read all of a database as it stands at one moment, whoever writes meanwhile. It also serves where nothing can be written. */
export function atOneMoment<Result>(database: Database, read: () => Result): Result {
  database.exec('BEGIN');
  try {
    return read();
  } finally {
    database.exec('COMMIT');
  }
}
