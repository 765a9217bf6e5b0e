import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a text so that nobody ever sees half of it; makes the directories above it. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** Copies a file to the first free name of `.bak`, `.bak2` and so on; gives that name. */
export function keepBackup(path: string): string {
  let backup = `${path}.bak`;
  for (let number = 2; existsSync(backup); number += 1) backup = `${path}.bak${number}`;
  copyFileSync(path, backup);
  return backup;
}
