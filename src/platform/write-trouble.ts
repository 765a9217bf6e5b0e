import { UserError } from '../domain/user-error.ts';

const PERMISSIONS = 'choose another directory, or change its permissions; nothing was written';
const NO_ROOM = 'make room, or choose another directory; nothing was written';
const OTHER = 'choose another directory; nothing was written';

/** What the system answers when a file can't be written, and what to do about it. */
const TROUBLE: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  EACCES: ['you may not write there', PERMISSIONS],
  EPERM: ['you may not write there', PERMISSIONS],
  EROFS: ['the disk is read-only', OTHER],
  EISDIR: ['it is a directory', 'move it away, or choose another directory; nothing was written'],
  ENOTDIR: ['something above it is no directory', OTHER],
  ENOENT: ['a link above it leads nowhere', OTHER],
  ELOOP: ['something above it is a loop of symbolic links', OTHER],
  EEXIST: [
    'something that is no directory, or was not there before, is in the way',
    'move it away, or choose another directory; nothing was written',
  ],
  ENOSPC: ['the disk is full', NO_ROOM],
  EDQUOT: ['your share of the disk is full', NO_ROOM],
  ENAMETOOLONG: ['the name is too long', OTHER],
};

/** The error for the user when the system refused to write; any other error as it is. */
export function explainWriting(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || code === undefined) return error;
  const [why, fix] = TROUBLE[code] ?? [code, OTHER];
  return new UserError(`${path} can't be written: ${why}`, fix);
}
