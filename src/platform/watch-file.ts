import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** An editor may write in several steps: they are one save. */
const QUIET_MS = 100;

/** Where the system doesn't say what changes, it is looked for this often. */
const LOOK_MS = 500;

/**
 * Calls `onSaved` after each time that a file was saved, until what it gives is called. Its directory is watched, because most
 * editors write a new file and give it the old one's name. Saving without a change counts; deleting doesn't.
 */
export function watchFile(path: string, onSaved: () => void): () => void {
  let pending: NodeJS.Timeout | undefined;
  let known = stampOf(path);
  const settle = () => {
    const stamp = stampOf(path);
    if (stamp === undefined || stamp === known) return;
    known = stamp;
    onSaved();
  };
  const hear = () => {
    clearTimeout(pending);
    pending = setTimeout(settle, QUIET_MS);
  };
  const stop = listen(path, hear);
  return () => {
    clearTimeout(pending);
    stop();
  };
}

/** Hears when something happens to a file, perhaps too often; polls where the system gives no word, or stops giving it. */
function listen(path: string, hear: () => void): () => void {
  const name = basename(path);
  let watcher: FSWatcher | undefined;
  let looks: NodeJS.Timeout | undefined;
  const poll = () => {
    watcher?.close();
    watcher = undefined;
    looks ??= setInterval(hear, LOOK_MS);
  };
  try {
    watcher = watch(dirname(path), (_, changed) => {
      if (changed === null || changed === name) hear();
    });
    watcher.on('error', poll);
  } catch {
    poll();
  }
  return () => {
    watcher?.close();
    clearInterval(looks);
  };
}

/** Changes with each save; undefined while there is no file. */
function stampOf(path: string): string | undefined {
  try {
    const { ino, mtimeMs, ctimeMs, size } = statSync(path);
    return [ino, mtimeMs, ctimeMs, size].join(' ');
  } catch {
    return undefined;
  }
}
