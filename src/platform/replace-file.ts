import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainWriting } from './write-trouble.ts';

/** Writes a file of ours so that a kill or a power cut leaves the old text or the new one, never a part. */
export function replaceFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.new`;
    const descriptor = openSync(draft, 'w', 0o600);
    writeSync(descriptor, text);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(draft, path);
  } catch (error) {
    throw explainWriting(error, path);
  }
}
