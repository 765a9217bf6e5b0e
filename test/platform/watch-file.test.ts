import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { watchFile } from '../../src/platform/watch-file.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Counts what is told, and can be awaited. */
function watched(path: string) {
  let saves = 0;
  let tell: () => void = () => undefined;
  const stop = watchFile(path, () => {
    saves += 1;
    tell();
  });
  stops.push(stop);
  return {
    stop,
    get saves() {
      return saves;
    },
    next: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      }),
  };
}

function program(): { directory: string; path: string } {
  const directory = mkdtempSync(join(tmpdir(), 'swelearn-watch-'));
  const path = join(directory, 'orders.js');
  writeFileSync(path, 'first');
  return { directory, path };
}

describe('a file that is watched', () => {
  it('was saved when it was written to', async () => {
    const { path } = program();
    const file = watched(path);
    const saved = file.next();
    writeFileSync(path, 'second');
    await saved;
    expect(file.saves).toBe(1);
  });

  it('was saved when an editor gave a new file its name, again and again', async () => {
    const { directory, path } = program();
    const file = watched(path);
    for (const text of ['second', 'third']) {
      const saved = file.next();
      writeFileSync(join(directory, '.orders.js.swp'), text);
      renameSync(join(directory, '.orders.js.swp'), path);
      await saved;
    }
    expect(file.saves).toBe(2);
  });

  it('was saved when it was taken away and written anew', async () => {
    const { path } = program();
    const file = watched(path);
    const saved = file.next();
    rmSync(path);
    writeFileSync(path, 'second');
    await saved;
    expect(file.saves).toBe(1);
  });

  it('was saved once when an editor wrote it in several steps, and files beside it are nothing to it', async () => {
    const { directory, path } = program();
    const file = watched(path);
    const first = file.next();
    writeFileSync(join(directory, 'other.js'), 'beside it');
    writeFileSync(path, '');
    writeFileSync(path, 'sec');
    writeFileSync(path, 'second');
    await first;
    const second = file.next();
    writeFileSync(path, 'the third time');
    await second;
    expect(file.saves).toBe(2);
  });

  it('is nobody’s business once it is no longer watched', async () => {
    const { path } = program();
    const left = watched(path);
    const other = watched(path);
    left.stop();
    const saved = other.next();
    writeFileSync(path, 'second');
    await saved;
    expect(left.saves).toBe(0);
  });

  it('may come to be only later, and its directory, too', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'swelearn-watch-')), 'later', 'orders.js');
    const file = watched(path);
    const saved = file.next();
    mkdirSync(join(path, '..'));
    writeFileSync(path, 'first');
    await saved;
    expect(file.saves).toBe(1);
  });
});
