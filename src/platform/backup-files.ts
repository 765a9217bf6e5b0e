import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from './sqlite.ts';

/** What SQLite keeps beside a database that is in use. */
const BESIDE = ['-wal', '-shm', '-journal'];

/**
 * Copies a database as it stands at one moment, whoever writes to it meanwhile. `check` looks at the finished copy and throws
 * when it is no good; only then does the copy get its name. Both are on disk when this returns.
 */
export function copyDatabase(from: string, to: string, check: (copy: string) => void): void {
  const draft = `${to}.${randomUUID()}.new`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  try {
    const database = openDatabase(from);
    try {
      database.run('VACUUM INTO ?', draft);
    } finally {
      database.close();
    }
    chmodSync(draft, statSync(from).mode & 0o777);
    check(draft);
    nameForGood(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Puts a copy of the database `from` in the place of `to`. What is there can't be used: it is kept as `aside`, with what belongs
 * to it. There is a file at `to` at every moment.
 */
export function replaceDatabase(from: string, to: string, aside: string): void {
  const draft = `${to}.${randomUUID()}.new`;
  try {
    copyFileSync(from, draft);
    mkdirSync(dirname(aside), { recursive: true, mode: 0o700 });
    if (isThere(to)) keepAside(to, aside);
    // Changes that wait beside a database would be written into whatever is in its place.
    for (const suffix of BESIDE)
      if (isThere(`${to}${suffix}`)) renameSync(`${to}${suffix}`, `${aside}${suffix}`);
    nameForGood(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function keepAside(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    // Memory sticks and some network drives know no second name for a file.
    copyFileSync(path, aside);
  }
}

/** A name survives a power cut only once its directory was written, too. */
function nameForGood(draft: string, path: string): void {
  synced(draft);
  renameSync(draft, path);
  synced(dirname(path));
}

function synced(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
