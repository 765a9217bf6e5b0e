import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { backUp, backUpDaily, backupsDirectory } from '../../src/commands/backup/backups.ts';
import { listBackups } from '../../src/commands/backup/list.ts';
import { restore } from '../../src/commands/backup/restore.ts';
import { openStore, progressFile } from '../../src/commands/open-store.ts';
import { openDatabase, removeDatabase } from '../../src/platform/sqlite.ts';
import { openReviewStore } from '../../src/reviews/index.ts';
import { type FakeHost, fakeHost } from '../fixtures/fake-host.ts';
import { type Act, perform } from '../reviews/random-history.ts';

const review = (question: string): Act => ({
  kind: 'review',
  question,
  rating: 3,
  set: 0,
  afterMs: 1000,
});

function answer(host: FakeHost, ...questions: string[]): void {
  const store = openStore(host);
  perform(store, questions.map(review));
  store.close();
}

function questionsIn(host: FakeHost): string[] {
  const store = openStore(host);
  expect(store.differences()).toEqual([]);
  const names = [...store.entries()].map((entry) => 'question' in entry && entry.question);
  store.close();
  return names.map(String);
}

/** Puts bytes in the place of the history, with nothing beside them, as a bad disk or a stray copy would. */
function overwrite(path: string, bytes: Buffer | string): void {
  removeDatabase(path);
  writeFileSync(path, bytes);
}

const backupsIn = (host: FakeHost) => {
  const directory = backupsDirectory(progressFile(host));
  return existsSync(directory) ? readdirSync(directory) : [];
};

describe('a backup', () => {
  it('holds what was answered while the history is in use, in a single file', () => {
    const host = fakeHost();
    const store = openStore(host);
    perform(store, [review('a'), review('b')]);
    const path = backUp(host, progressFile(host), 'manual');
    perform(store, [review('c')]);
    store.close();
    expect(backupsIn(host)).toEqual(['progress-2026-11-21-091500-manual.sqlite']);
    const copy = openDatabase(path);
    expect(copy.all('SELECT question FROM review_log')).toEqual([
      { question: 'a' },
      { question: 'b' },
    ]);
    copy.close();
  });

  it('gets a name of its own when another was made in the same second', () => {
    const host = fakeHost();
    answer(host, 'a');
    const paths = [1, 2, 3].map(() => backUp(host, progressFile(host), 'manual'));
    expect(new Set(paths).size).toBe(3);
  });

  it('is made once a day, and not before there is a history', () => {
    const host = fakeHost();
    const daily = () => backUpDaily(host, progressFile(host)) !== undefined;
    expect(daily()).toBe(false);
    answer(host, 'a');
    expect([daily(), daily()]).toEqual([true, false]);
    host.clock.nowMs += 86_400_000;
    expect([daily(), daily()]).toEqual([true, false]);
  });

  it('makes old ones go, and what a kill left unfinished', () => {
    const host = fakeHost();
    answer(host, 'a');
    for (let day = 0; day < 40; day += 1) {
      backUpDaily(host, progressFile(host));
      host.clock.nowMs += 86_400_000;
    }
    expect(backupsIn(host).length).toBeLessThan(22);
    const draft = join(backupsDirectory(progressFile(host)), 'x.sqlite.1.new');
    writeFileSync(draft, '');
    host.clock.nowMs = Date.now() + 2 * 86_400_000;
    backUpDaily(host, progressFile(host));
    expect(existsSync(draft)).toBe(false);
  });

  it('of a damaged history is not made, and nothing is left behind', () => {
    const host = fakeHost();
    answer(host, 'a');
    const path = backUp(host, progressFile(host), 'manual');
    overwrite(progressFile(host), readFileSync(path).subarray(0, 5000));
    expect(() => backUp(host, progressFile(host), 'manual')).toThrow(/can't be backed up/);
    expect(backupsIn(host)).toEqual([basename(path)]);
  });

  it('is listed with its time and its reason, the newest first', () => {
    const host = fakeHost();
    answer(host, 'a');
    backUp(host, progressFile(host), 'daily');
    host.clock.nowMs += 60_000;
    backUp(host, progressFile(host), 'manual');
    listBackups(host);
    const { out } = host.said();
    expect(out).toMatch(/^\S+ \S+ {2}manual .* kB {2}progress-.*\n\S+ \S+ {2}daily /);
  });
});

describe('restore', () => {
  async function restored(host: FakeHost, name: string) {
    await restore(host, name, { yes: true });
    return host.said();
  }

  it('goes back to the backup, says what it does, and the way back leads to where it was', async () => {
    const host = fakeHost();
    answer(host, 'a');
    const before = basename(backUp(host, progressFile(host), 'manual'));
    answer(host, 'b', 'c');
    const { out, err } = await restored(host, before);
    expect(err).toMatch(/backup: 1 review of 1 question.*\n.*present: 3 reviews of 3 questions/);
    expect(questionsIn(host)).toEqual(['a']);
    const [, back = ''] = /swelearn backup restore (\S+)/.exec(out) ?? [];
    await restored(host, back);
    expect(questionsIn(host)).toEqual(['a', 'b', 'c']);
  });

  it('leaves a process that has the history open at work, and what it adds is kept', async () => {
    const host = fakeHost();
    const other = openStore(host);
    perform(other, [review('a')]);
    const name = basename(backUp(host, progressFile(host), 'manual'));
    perform(other, [review('b')]);
    await restored(host, name);
    perform(other, [review('c')]);
    expect([...other.progress().keys()]).toEqual(['a', 'c']);
    other.undo({ atMs: 0, day: 0 });
    other.close();
    expect(questionsIn(host)).toEqual(['a', 'c', 'c']);
  });

  it('keeps every answer that another process was told is kept, also while it works', async () => {
    const host = fakeHost();
    answer(host, 'a');
    const before = basename(backUp(host, progressFile(host), 'manual'));
    answer(host, 'b');
    const other = openDatabase(progressFile(host));
    other.exec('PRAGMA busy_timeout = 0');
    const store = openReviewStore(other, host.newId);
    const acknowledged: string[] = [];
    const { nowMs } = host.calendar;
    // The clock is asked before and after the backup is made: each time the other one answers.
    const tries = vi.spyOn(host.calendar, 'nowMs').mockImplementation(() => {
      const question = `during-${tries.mock.calls.length}`;
      try {
        perform(store, [review(question)]);
        acknowledged.push(question);
      } catch (error) {
        expect(String(error)).toMatch(/locked/);
      }
      return nowMs();
    });
    const { out } = await restored(host, before);
    expect(tries.mock.calls.length).toBeGreaterThan(1);
    tries.mockRestore();
    store.close();
    const now = questionsIn(host);
    const [, back = ''] = /swelearn backup restore (\S+)/.exec(out) ?? [];
    await restored(host, back);
    expect([...now, ...questionsIn(host)]).toEqual(expect.arrayContaining(['b', ...acknowledged]));
  });

  it('keeps the log closed to changes afterwards', async () => {
    const host = fakeHost();
    answer(host, 'a');
    await restored(host, basename(backUp(host, progressFile(host), 'manual')));
    const database = openDatabase(progressFile(host));
    expect(() => database.exec('DELETE FROM review_log')).toThrow(/only added to/);
    database.close();
  });

  it.each([
    [
      'damaged',
      (path: string, backup: string) => overwrite(path, readFileSync(backup).subarray(0, 5000)),
      /damaged/,
    ],
    ['no database', (path: string) => overwrite(path, 'x'.repeat(9000)), /damaged/],
    [
      'of a newer version',
      (path: string) => {
        const database = openDatabase(path);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
      /newer/,
    ],
    ['gone', (path: string) => removeDatabase(path), /nothing/],
    ['empty', (path: string) => overwrite(path, ''), /empty/],
  ])('brings back a history that is %s, and keeps what was there', async (_what, harm, words) => {
    const host = fakeHost();
    answer(host, 'a', 'b');
    const backup = backUp(host, progressFile(host), 'manual');
    harm(progressFile(host), backup);
    const harmed = existsSync(progressFile(host)) ? readFileSync(progressFile(host)) : undefined;
    const { err } = await restored(host, basename(backup));
    expect(err).toMatch(words);
    expect(questionsIn(host)).toEqual(['a', 'b']);
    const aside = backupsIn(host).filter((each) => /^unusable-.*\.sqlite$/.test(each));
    const kept = aside.map((each) =>
      readFileSync(join(backupsDirectory(progressFile(host)), each)),
    );
    expect(kept).toEqual(harmed ? [harmed] : []);
  });

  it.each([
    ['nothing-like-it', /there is no backup nothing-like-it/],
    ['garbage', /garbage can't be restored/],
    ['other.sqlite', /other\.sqlite can't be restored: .*no history of swelearn/],
  ])('refuses %s and changes nothing', async (name, words) => {
    const host = fakeHost();
    answer(host, 'a');
    writeFileSync(join(host.cwd, 'garbage'), 'garbage'.repeat(1000));
    const other = openDatabase(join(host.cwd, 'other.sqlite'));
    other.exec('CREATE TABLE IF NOT EXISTS cards (id)');
    other.close();
    await expect(restore(host, name, { yes: true })).rejects.toThrow(words);
    expect(questionsIn(host)).toEqual(['a']);
    expect(backupsIn(host)).toEqual([]);
  });

  it('asks, and without a terminal to ask on wants --yes', async () => {
    const host = fakeHost();
    answer(host, 'a');
    const name = basename(backUp(host, progressFile(host), 'manual'));
    answer(host, 'b');
    await expect(restore(host, name, { yes: false })).rejects.toThrow(/--yes/);
    expect(questionsIn(host)).toEqual(['a', 'b']);
  });

  it.each([
    ['restore\n', ['a'], undefined],
    ['yes\n', ['a', 'b'], 130],
    ['', ['a', 'b'], 130],
  ])('takes %j for an answer', async (typed, questions, code) => {
    const host = fakeHost();
    answer(host, 'a');
    const name = basename(backUp(host, progressFile(host), 'manual'));
    answer(host, 'b');
    Object.assign(host.stdin, { isTTY: true });
    const asking = restore(host, name, { yes: false });
    host.stdin.push(typed === '' ? null : typed);
    await asking;
    expect(host.exitCode).toBe(code);
    expect(questionsIn(host)).toEqual(questions);
  });
});
