import { join } from 'node:path';
import type { Database } from '../domain/ports.ts';
import { UserError } from '../domain/user-error.ts';
import {
  isDamage,
  isLock,
  isStorageError,
  keepDurable,
  openDatabase,
  openUnchanging,
} from '../platform/sqlite.ts';
import {
  isOurs,
  migrate,
  newestVersion,
  openReviewStore,
  type ReviewStore,
  versionOf,
} from '../reviews/index.ts';
import { backUp } from './backup/backups.ts';
import type { Host } from './host.ts';

/** Where the learner's history is kept. */
export function progressFile({ paths }: Host): string {
  return join(paths.data, 'progress.sqlite');
}

/** Opens the history to be added to; makes it when there is none. Throws a UserError when it can't be used. */
export function openStore(host: Host): ReviewStore {
  return opened(host, progressFile(host), openDatabase, (database) => {
    bringUpToDate(host, database);
    // SQLite opens a file that may not be written without a word, and says so at the first answer.
    database.transaction(() => undefined);
  });
}

function bringUpToDate(host: Host, database: Database): void {
  keepDurable(database);
  const version = versionOf(database);
  if (version > 0 && version < newestVersion) backUp(host, progressFile(host), 'migration');
  if (version < newestVersion) migrate(database);
}

/** Opens the history to be read. Where there is none yet, none is made; a disk that can't be written is no hindrance. */
export function openStoreForReading(host: Host): ReviewStore {
  const path = progressFile(host);
  if (host.files.stat(path)?.kind !== 'file')
    return opened(host, ':memory:', openDatabase, migrate);
  try {
    return opened(host, path, openDatabase, (database) => bringUpToDate(host, database));
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error;
    return opened(host, path, openUnchanging, () => undefined);
  }
}

/** The history is there, but can't be added to. */
class UnwritableError extends UserError {}

function opened(
  host: Host,
  path: string,
  open: (path: string) => Database,
  prepare: (database: Database) => void,
): ReviewStore {
  let database: Database | undefined;
  try {
    database = open(path);
    if (!isOurs(database))
      throw new UserError(
        `${path} is a database of another program`,
        'move it away, or set SWELEARN_HOME to another directory',
        3,
      );
    if (versionOf(database) > newestVersion)
      throw new UserError(
        `${path} was written by a newer swelearn`,
        'update swelearn; nothing was changed',
        3,
      );
    prepare(database);
    return openReviewStore(database, host.newId);
  } catch (error) {
    database?.close();
    throw explainStorage(error, path);
  }
}

/** The error for the user when the history can't be used; any other error as it is. */
export function explainStorage(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  if (isDamage(error))
    return new UserError(
      `${path} is damaged`,
      'nothing was changed; swelearn backup list shows the backups, swelearn backup restore brings one back',
      3,
    );
  if (!isStorageError(error)) return error;
  if (isLock(error))
    return new UserError(`another swelearn is writing to ${path}`, 'try again in a moment', 3);
  const why = error instanceof Error ? error.message : String(error);
  return new UnwritableError(
    `${path} can't be written: ${why}`,
    'make room or check its permissions, or set SWELEARN_HOME to another directory',
    3,
  );
}
