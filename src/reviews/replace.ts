import type { Database } from '../domain/ports.ts';
import type { LogEntry } from '../domain/review-log.ts';
import { openReviewStore } from './store.ts';

/**
 * Puts another history in the place of this one, in one transaction: other processes that use the database see the old one or
 * the new one, and go on. This alone lifts the guard of the log. Parameter sets stay, so that none changes its number.
 */
export function replaceHistory(
  database: Database,
  entries: Iterable<LogEntry>,
  newId: () => string,
): void {
  database.transaction(() => {
    const guards = database.all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'review_log'",
    );
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
    database.exec('DELETE FROM review_log');
    for (const { sql } of guards) database.exec(sql);
    const store = openReviewStore({ ...database, transaction: (work) => work() }, newId);
    const { added } = store.merge(entries);
    if (added === 0) store.rebuild();
  });
}
