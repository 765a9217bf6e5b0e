import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { explainWriting } from './write-trouble.ts';

export interface Target {
  readonly path: string;
  readonly text: string;
}

interface Draft extends Target {
  readonly draft: string;
}

/** Steps that take back what was done, the last one first. */
type Undo = (() => void)[];

/** Whether a path is taken, be it by a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Who can't look there can't write there either, and writing says why.
    return false;
  }
}

/**
 * Writes all texts or none, so that nobody ever sees half of one; makes the directories above them. What is there
 * is replaced only when told so, and kept under a name of its own; gives these names.
 */
export function writeAll(
  targets: readonly Target[],
  { replace }: { readonly replace: boolean },
): string[] {
  const undo: Undo = [];
  try {
    const drafts = targets.map((target) => step(target, () => writeDraft(target, undo)));
    const old = replace ? drafts.filter(({ path }) => isThere(path)) : [];
    const backups = new Map(
      old.map((each) => [each.path, step(each, () => keepBackup(each.path, undo))]),
    );
    for (const each of drafts) step(each, () => place(each, backups.get(each.path), undo));
    return [...backups.values()];
  } catch (error) {
    takeBack(undo);
    throw error;
  }
}

/** Runs a step for a path; what the system refuses is told in words. */
function step<Result>({ path }: Target, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw explainWriting(error, path);
  }
}

/** Nobody else's file has this name, and 'wx' never follows a link that waits there. */
function writeDraft(target: Target, undo: Undo): Draft {
  const directory = dirname(target.path);
  const made = mkdirSync(directory, { recursive: true });
  if (made !== undefined) undo.push(() => removeDirectories(directory, made));
  const draft = `${target.path}.${randomUUID()}.new`;
  const descriptor = openSync(draft, 'wx');
  undo.push(() => unlinkSync(draft));
  try {
    writeFileSync(descriptor, target.text);
  } finally {
    closeSync(descriptor);
  }
  return { ...target, draft };
}

function removeDirectories(from: string, last: string): void {
  rmdirSync(from);
  if (from !== last) removeDirectories(dirname(from), last);
}

/** Copies a file, or a link as a link, to the first free name of `.bak`, `.bak2` and so on; gives that name. */
function keepBackup(path: string, undo: Undo): string {
  const stat = lstatSync(path);
  if (!stat.isFile() && !stat.isSymbolicLink())
    throw new UserError(`${path} is no file`, 'move it away; nothing was written');
  for (let number = 1; ; number += 1) {
    const backup = `${path}.bak${number === 1 ? '' : number}`;
    if (isThere(backup)) continue;
    if (stat.isSymbolicLink()) symlinkSync(readlinkSync(path), backup);
    else copyFileSync(path, backup, constants.COPYFILE_EXCL);
    undo.push(() => unlinkSync(backup));
    return backup;
  }
}

function place({ path, draft }: Draft, backup: string | undefined, undo: Undo): void {
  if (backup !== undefined) {
    renameSync(draft, path);
    undo.push(() => renameSync(backup, path));
    return;
  }
  claim(draft, path);
  undo.push(() => unlinkSync(path));
  unlinkSync(draft);
}

/** Gives a draft a second name unless somebody has it by now, which a rename would not notice. */
export function claim(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Memory sticks and some network drives know no second name for a file.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}

function takeBack(undo: Undo): void {
  for (const back of undo.reverse()) {
    try {
      back();
    } catch {
      // A draft that became the file is gone, and a directory may hold what others put there: the rest still goes back.
    }
  }
}
