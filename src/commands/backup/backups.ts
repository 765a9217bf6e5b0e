import { dirname, join } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { copyDatabase, removeFile } from '../../platform/backup-files.ts';
import { openUnchanging } from '../../platform/sqlite.ts';
import { type Backup, type BackupReason, backupName, backupsAmong } from '../../reviews/backups.ts';
import { isOurs, versionOf } from '../../reviews/index.ts';
import { damageIn } from '../../reviews/summary.ts';
import { backupsToRemove } from '../../reviews/thinning.ts';
import type { Host } from '../host.ts';

type Machine = Pick<Host, 'files' | 'calendar'>;

const MS_PER_DAY = 86_400_000;

/** Where the backups of the history in `file` are. */
export function backupsDirectory(file: string): string {
  return join(dirname(file), 'backups');
}

/** The backups of the history in `file`, the newest first. */
export function backupsOf({ files }: Pick<Host, 'files'>, file: string): Backup[] {
  return backupsAmong(files.list(backupsDirectory(file)).map(({ name }) => name));
}

/**
 * Backs up the history in `file`, which may be in use, and gives the path of the backup. Then old backups are thinned. Throws a
 * UserError when it can't be done; whatever was to come next must not come then.
 */
export function backUp(machine: Machine, file: string, reason: BackupReason): string {
  const path = freePath(machine, file, reason);
  try {
    copyDatabase(file, path, assertSound);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${file} can't be backed up to ${dirname(path)}: ${why}`,
      'make room or check the permissions; nothing was changed',
      3,
    );
  }
  thin(machine, file);
  return path;
}

/** Backs up the history once a day. A start without work to do costs one look into a directory. */
export function backUpDaily(machine: Machine, file: string): string | undefined {
  const { calendar, files } = machine;
  const today = calendar.dayOf(calendar.nowMs());
  const isDone = backupsOf(machine, file).some(
    ({ reason, atMs }) => reason === 'daily' && calendar.dayOf(atMs) === today,
  );
  return isDone || !files.stat(file) ? undefined : backUp(machine, file, 'daily');
}

/** Throws when a file is not a history in good order. */
export function assertSound(path: string): void {
  const database = openUnchanging(path);
  try {
    const [damage] = damageIn(database, 'quick_check');
    if (damage !== undefined) throw new Error(`the copy is damaged: ${damage}`);
    // For SQLite an empty file is a database in good order.
    if (versionOf(database) === 0 || !isOurs(database))
      throw new Error('the copy is no history of swelearn');
  } finally {
    database.close();
  }
}

/** Names are told apart by seconds; the next free one is taken. */
function freePath({ files, calendar }: Machine, file: string, reason: BackupReason): string {
  for (let atMs = calendar.nowMs(); ; atMs += 1000) {
    const path = join(backupsDirectory(file), backupName(atMs, reason));
    if (!files.stat(path)) return path;
  }
}

/** Removes what is too much, and what a kill left unfinished. The new backup is there, so trouble here is no trouble. */
function thin(machine: Machine, file: string): void {
  const { calendar, files } = machine;
  const now = calendar.nowMs();
  const directory = backupsDirectory(file);
  const old = backupsToRemove(backupsOf(machine, file), calendar.dayOf(now), calendar.dayOf);
  const unfinished = files
    .list(directory)
    .filter(({ name }) => name.endsWith('.new'))
    .filter(({ name }) => (files.stat(join(directory, name))?.changedMs ?? now) < now - MS_PER_DAY);
  try {
    for (const { name } of [...old, ...unfinished]) removeFile(join(directory, name));
  } catch {
    // They are tried again after the next backup.
  }
}
