import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import { explainWriting } from './write-trouble.ts';
import { claim, isThere } from './writer.ts';

/**
 * Writes a file piece by piece, and makes the directories above it; nobody ever sees a part of it. What is there is replaced
 * only when told so.
 */
export function writePieces(
  path: string,
  pieces: Iterable<string>,
  { replace }: { readonly replace: boolean },
): void {
  if (!replace && isThere(path))
    throw new UserError(
      `there is already ${path}`,
      'choose another name, or overwrite with --force; nothing was written',
    );
  const draft = `${path}.${randomUUID()}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeDraft(draft, pieces);
    if (replace) renameSync(draft, path);
    else claim(draft, path);
  } catch (error) {
    throw explainWriting(error, path);
  } finally {
    removeDraft(draft);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // What lies above it is no directory: then there is no draft, and the first error says why.
  }
}

function writeDraft(draft: string, pieces: Iterable<string>): void {
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    for (const piece of pieces) writeWhole(descriptor, Buffer.from(piece));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The system may take less than it was given. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
