import { resolve } from 'node:path';
import type { Host } from '../host.ts';

/** Whether a file is a history that `swelearn export` wrote, or claims to be, rather than Markdown. */
export function isHistory({ files, cwd }: Pick<Host, 'files' | 'cwd'>, path: string): boolean {
  if (/\.json$/i.test(path)) return true;
  const file = files.readText(resolve(cwd, path));
  return file.ok && /^\s*\{\s*"/.test(file.text);
}
