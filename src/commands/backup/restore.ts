import { basename, join, resolve } from 'node:path';
import type { Database } from '../../domain/ports.ts';
import { UserError } from '../../domain/user-error.ts';
import { copyDatabase, replaceDatabase } from '../../platform/backup-files.ts';
import { openDatabase, removeDatabase } from '../../platform/sqlite.ts';
import { migrate, newestVersion, openReviewStore, versionOf } from '../../reviews/index.ts';
import { replaceHistory } from '../../reviews/replace.ts';
import { summaryOf } from '../../reviews/summary.ts';
import type { Host } from '../host.ts';
import { explainStorage, progressFile } from '../open-store.ts';
import { assertSound, backUp, backupsDirectory } from './backups.ts';
import { openPresent, type Present } from './present.ts';
import { summaryWords } from './words.ts';

/** Puts a backup in the place of the present history, which is kept. */
export async function restore(
  host: Host,
  asked: string,
  { yes }: { readonly yes: boolean },
): Promise<void> {
  const file = progressFile(host);
  const path = pathOf(host, asked);
  // The backup itself is never opened for more than copying: an older one is brought to the newest version in the copy.
  const copy = join(backupsDirectory(file), `restoring-${host.newId()}.new`);
  try {
    const backup = openCopy(asked, path, copy);
    const present = openPresent(host, file);
    try {
      host.stderr.write(`the backup: ${summaryWords(summaryOf(backup))}\n`);
      host.stderr.write(`the present: ${wordsOn(present)}\n`);
      if (!yes && !(await isConfirmed(host))) return;
      put(host, file, { backup, copy }, present);
    } finally {
      backup.close();
      if (present.kind === 'usable') present.database.close();
    }
  } catch (error) {
    throw error instanceof UserError ? error : explainStorage(error, file);
  } finally {
    removeDatabase(copy);
  }
}

function openCopy(asked: string, path: string, copy: string): Database {
  try {
    copyDatabase(path, copy, assertSound);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${asked} can't be restored: ${why}`,
      'swelearn backup list shows the backups; nothing was changed',
      3,
    );
  }
  const database = openDatabase(copy);
  if (versionOf(database) > newestVersion) {
    database.close();
    throw new UserError(
      `${asked} was written by a newer swelearn`,
      'update swelearn; nothing was changed',
      3,
    );
  }
  migrate(database);
  return database;
}

/** A path, or the name of one of our backups. */
function pathOf(host: Host, asked: string): string {
  const here = resolve(host.cwd, asked);
  const named = join(backupsDirectory(progressFile(host)), asked);
  const path = [here, named].find((each) => host.files.stat(each)?.kind === 'file');
  if (path === undefined)
    throw new UserError(
      `there is no backup ${asked}`,
      'swelearn backup list shows the backups; a path will do, too',
    );
  return path;
}

function wordsOn(present: Present): string {
  switch (present.kind) {
    case 'none':
      return 'nothing';
    case 'unusable':
      return `${present.why}; it can't be read`;
    case 'usable':
      return summaryWords(summaryOf(present.database));
  }
}

async function isConfirmed(host: Host): Promise<boolean> {
  if (!host.stdin.isTTY)
    throw new UserError(
      'there is no terminal to ask you on',
      'restore with --yes; nothing was changed',
    );
  const { ask } = await import('../../platform/ask.ts');
  const answer = await ask(
    'type restore to put the backup in the place of the present history: ',
    host.stdin,
    host.stderr,
  );
  if (answer?.trim().toLowerCase() === 'restore') return true;
  host.stderr.write('nothing was changed\n');
  host.exitWith(130);
  return false;
}

/** Where the present history can be used, its content is replaced, so that a process that has it open can go on. */
function put(
  host: Host,
  file: string,
  { backup, copy }: { backup: Database; copy: string },
  present: Present,
): void {
  if (present.kind === 'usable') {
    const entries = openReviewStore(backup, host.newId).entries();
    const keep = () => backUp(host, file, 'restore');
    const kept = replaceHistory(present.database, entries, host.newId, keep);
    host.stdout.write(`restored; to go back: swelearn backup restore ${basename(kept)}\n`);
    return;
  }
  const stamp = host.now().toISOString().slice(0, 19).replaceAll(':', '');
  const aside = join(backupsDirectory(file), `unusable-${stamp}-${host.newId()}.sqlite`);
  replaceDatabase(copy, file, aside);
  host.stdout.write(
    present.kind === 'none' ? 'restored\n' : `restored; what was there is kept as ${aside}\n`,
  );
}
