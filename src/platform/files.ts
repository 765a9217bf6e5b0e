import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileStat, FileSystem, TextResult } from '../domain/ports.ts';

/** A study text is never this big; reading more would only hang the screen. */
const MAX_BYTES = 32 * 1024 * 1024;

/** The machine's own files. Nothing here throws: a file that can't be read says why in words. */
export const realFiles: FileSystem = {
  stat(path) {
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat) return undefined;
      return { kind: kindOf(stat), changedMs: stat.ctimeMs, bytes: stat.size };
    } catch {
      return undefined;
    }
  },

  list(directory) {
    try {
      const entries = readdirSync(directory, { withFileTypes: true });
      return entries
        .map((entry) => ({
          name: entry.name,
          kind: entry.isSymbolicLink() ? linkedKind(join(directory, entry.name)) : kindOf(entry),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return [];
    }
  },

  realPath(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return undefined;
    }
  },

  readText,
};

function kindOf(entry: Stats | Dirent): FileStat['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}

function linkedKind(path: string): FileStat['kind'] {
  return realFiles.stat(path)?.kind ?? 'other';
}

function readText(path: string): TextResult {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a pipe nobody writes to would wait for ever.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { ok: false, why: explain(error as NodeJS.ErrnoException) };
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { ok: false, why: 'it is a directory' };
    if (!stat.isFile()) return { ok: false, why: 'it is not a regular file' };
    if (stat.size > MAX_BYTES) {
      return {
        ok: false,
        why: `it is ${Math.round(stat.size / 1048576)} MiB, more than the ${MAX_BYTES / 1048576} MiB that can be read`,
      };
    }
    return { ok: true, text: readFileSync(descriptor, 'utf8') };
  } catch (error) {
    return { ok: false, why: explain(error as NodeJS.ErrnoException) };
  } finally {
    closeSync(descriptor);
  }
}

function explain(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'you may not read it';
    case 'ELOOP':
      return 'it is a loop of symbolic links';
    default:
      return error.code ?? error.message;
  }
}
