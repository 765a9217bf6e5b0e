import { readFileSync, statSync } from 'node:fs';
import type { TextResult } from '../domain/ports.ts';

/** The longest text that Node can hold is about half a gigabyte. */
const MAX_BYTES = 500 * 1024 * 1024;

/** Reads a regular file that may be much longer than a study text: a history of years. */
export function readLarge(path: string): TextResult {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { ok: false, why: 'it is no file' };
    if (stat.size > MAX_BYTES) return { ok: false, why: 'it is longer than 500 MiB' };
    return { ok: true, text: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, why: code === 'ENOENT' ? 'there is no such file' : `${code}` };
  }
}
