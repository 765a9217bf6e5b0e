import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, openStoreForReading, progressFile } from '../../src/commands/open-store.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { keepDurable, openDatabase } from '../../src/platform/sqlite.ts';
import { migrate } from '../../src/reviews/index.ts';
import { fakeHost } from '../fixtures/fake-host.ts';
import { type Act, newStore, perform, START_MS } from '../reviews/random-history.ts';
import { examine, live, openWorkshop } from './mortal-process.ts';

const review = (question: string): Act => ({
  kind: 'review',
  question,
  rating: 3,
  set: 0,
  afterMs: 1000,
});

function failure(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('two processes that answer at the same time', () => {
  it('keep every answer once, in one order', async () => {
    const workshop = await openWorkshop(resolve(import.meta.dirname, '../..'));
    try {
      const path = join(workshop.directory, 'shared.sqlite');
      const both = [1, 2].map(() => live(workshop, { path, answers: 20 }));
      const said = await Promise.all(both);
      expect(examine(path, said)).toMatchObject({ lost: 0, unheard: 0, trouble: [] });
      const database = openDatabase(path);
      expect(
        database.all('SELECT order_ms FROM review_log GROUP BY order_ms HAVING count(*) > 1'),
      ).toEqual([]);
      database.close();
    } finally {
      workshop.close();
    }
  });
});

describe('a full disk', () => {
  it('keeps nothing of the answer that did not fit, and goes on when there is room', () => {
    const host = fakeHost();
    mkdirSync(host.paths.data, { recursive: true });
    const database = openDatabase(progressFile(host));
    keepDurable(database);
    migrate(database);
    const store = newStore('one', database);
    perform(store, [review('a')]);
    const [{ page_count: pages = 0 } = {}] = database.all<{ page_count: number }>(
      'PRAGMA page_count',
    );
    database.exec(`PRAGMA max_page_count = ${pages}`);
    let fitted = 1;
    const fill = () => {
      for (; fitted < 10_000; fitted += 1) perform(store, [review(`q${fitted}`)]);
    };
    expect(fill).toThrow(/full/);
    const state = () => ({ entries: [...store.entries()], progress: store.progress() });
    const before = state();
    expect([before.entries.length, before.progress.size]).toEqual([fitted, fitted]);
    expect(() => perform(store, [review('more')])).toThrow(/full/);
    expect(state()).toEqual(before);
    expect(store.differences()).toEqual([]);

    database.exec('PRAGMA max_page_count = 1000000');
    perform(store, [review('more')]);
    expect(store.progressOf('more')?.memory?.reps).toBe(1);
    expect(store.differences()).toEqual([]);
    store.close();
  });
});

describe('a clock that is set back', () => {
  it('neither loses nor reorders answers, and the next interval does not shrink below a day', () => {
    const store = newStore('one');
    const day = 86_400_000;
    const steps = [0, 700_000, 10 * day, -30 * day, 1000, 40 * day];
    perform(
      store,
      steps.map((afterMs) => ({ ...review('a'), afterMs })),
      START_MS,
    );
    const entries = [...store.entries()];
    expect(entries).toHaveLength(steps.length);
    expect(entries.every((entry) => entry.kind === 'review' && (entry.elapsedDays ?? 0) >= 0)).toBe(
      true,
    );
    expect(store.progressOf('a')?.memory).toMatchObject({ reps: steps.length, lapses: 0 });
    expect(store.progressOf('a')?.memory?.scheduledDays).toBeGreaterThan(0);
    expect(store.differences()).toEqual([]);
  });
});

describe('a state that can not be used', () => {
  function harmed(harm: (path: string) => void) {
    const host = fakeHost();
    mkdirSync(host.paths.data, { recursive: true });
    harm(progressFile(host));
    const before = readFileSync(progressFile(host));
    const errors = [openStore, openStoreForReading].map((open) => failure(() => open(host)));
    expect(readFileSync(progressFile(host))).toEqual(before);
    expect(readdirSync(host.paths.data)).not.toContain('backups');
    return errors;
  }

  function whole(path: string): Buffer {
    const database = openDatabase(path);
    migrate(database);
    perform(newStore('one', database), [review('a')]);
    const copy = `${path}.whole`;
    database.run('VACUUM INTO ?', copy);
    return readFileSync(copy);
  }

  it.each<[string, (path: string) => void, RegExp]>([
    ['garbage', (path) => writeFileSync(path, 'garbage'.repeat(2000)), /damaged\n.*backup/],
    [
      'half of itself',
      (path) => {
        const bytes = whole(join(path, '..', 'other'));
        writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      },
      /damaged\n.*backup/,
    ],
    [
      'of a newer version',
      (path) => {
        const database = openDatabase(path);
        migrate(database);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      /newer swelearn\n.*update/,
    ],
    [
      "another program's",
      (path) => {
        const database = openDatabase(path);
        database.exec('CREATE TABLE cards (id)');
        database.close();
      },
      /another program\n.*move it away/,
    ],
  ])('because it is %s is told with what to do, and left as it is', (_what, harm, words) => {
    for (const error of harmed(harm)) {
      expect(error.message).toMatch(words);
      expect(error.exitCode).toBe(3);
    }
  });
});
