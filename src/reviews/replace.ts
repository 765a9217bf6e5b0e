import type { Database } from '../domain/ports.ts';
import type { LogEntry } from '../domain/review-log.ts';
import { migrate } from './schema.ts';
import { openReviewStore } from './store.ts';

/**
 * Puts another history in the place of this one, in one transaction: other processes that use the database see the old one or
 * the new one, and go on. This alone lifts the guard of the log. Parameter sets stay, so that none changes its number.
 * `keep` saves the old one by a connection of its own and gives what this function gives; when it throws, nothing changes.
 */
export function replaceHistory<Kept>(
  database: Database,
  entries: Iterable<LogEntry>,
  newId: () => string,
  keep: () => Kept,
): Kept {
  return database.transaction(() => {
    // From here on nobody else can add to what is kept and then replaced.
    const kept = keep();
    const within = { ...database, transaction: <Result>(work: () => Result) => work() };
    migrate(within);
    const guards = database.all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'review_log'",
    );
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
    database.exec('DELETE FROM review_log');
    for (const { sql } of guards) database.exec(sql);
    const store = openReviewStore(within, newId);
    const { added } = store.merge(entries);
    if (added === 0) store.rebuild();
    return kept;
  });
}
