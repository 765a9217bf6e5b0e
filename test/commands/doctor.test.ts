import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, backupsDirectory } from '../../src/commands/backup/backups.ts';
import { doctor } from '../../src/commands/doctor/doctor.ts';
import { openStore, progressFile } from '../../src/commands/open-store.ts';
import { openDatabase, removeDatabase } from '../../src/platform/sqlite.ts';
import { type FakeHost, fakeHost } from '../fixtures/fake-host.ts';
import { perform, START_MS } from '../reviews/random-history.ts';

const options = { content: [], plain: false, color: true, rebuild: false };

function studied(): FakeHost {
  const host = fakeHost();
  const store = openStore(host);
  perform(
    store,
    ['a', 'b'].map((question) => ({ kind: 'review', question, rating: 3, set: 0, afterMs: 1000 })),
    START_MS - 3 * 86_400_000,
  );
  store.close();
  backUp(host, progressFile(host), 'daily');
  return host;
}

async function seen(host: FakeHost, more = {}) {
  await doctor(host, { ...options, ...more });
  return { out: host.said().out, code: host.exitCode };
}

function change(host: FakeHost, sql: string): void {
  const database = openDatabase(progressFile(host));
  database.exec(sql);
  database.close();
}

describe('doctor', () => {
  it('finds nothing wrong where there is nothing yet, and makes nothing', async () => {
    const host = fakeHost();
    const { out, code } = await seen(host);
    expect([out.includes('WRONG'), code]).toEqual([false, undefined]);
    expect(out).toContain('there is no history yet');
    expect(readdirSync(host.cwd)).not.toContain('data');
  });

  it('says that all is well, with numbers', async () => {
    const { out, code } = await seen(studied());
    expect([out.includes('WRONG'), code]).toEqual([false, undefined]);
    expect(out).toMatch(/progress\.sqlite is in order: version 2, 2 reviews of 2 questions/);
    expect(out).toMatch(/progress of 2 questions equals what 2 log entries add up to/);
    expect(out).toMatch(/1 backup, the newest of .*, which can be opened/);
    expect(out).toMatch(/Node \d+.*, SQLite 3\./);
  });

  it.each<[string, (host: FakeHost) => void, RegExp, number]>([
    [
      'progress that the log does not explain',
      (host) => change(host, "UPDATE progress SET stability = 99 WHERE question = 'a'"),
      /progress of 1 question is not what the log adds up to: a\n.*--rebuild/,
      1,
    ],
    [
      'a clock that is behind',
      (host) => {
        host.clock.nowMs = START_MS - 30 * 86_400_000;
      },
      /an entry was made at .*, and it is/,
      1,
    ],
    [
      'backups that are gone',
      (host) => {
        const directory = backupsDirectory(progressFile(host));
        for (const name of readdirSync(directory)) removeDatabase(join(directory, name));
      },
      /there is no backup\n.*swelearn backup makes one/,
      1,
    ],
    [
      'a backup that is no good',
      (host) => {
        const directory = backupsDirectory(progressFile(host));
        for (const name of readdirSync(directory)) writeFileSync(join(directory, name), 'x');
      },
      /the newest backup, .*, is no good/,
      1,
    ],
    [
      'preferences that are torn',
      (host) => {
        mkdirSync(host.paths.config, { recursive: true });
        writeFileSync(join(host.paths.config, 'preferences.json'), '{"theme": "li');
      },
      /preferences\.json can't be used/,
      1,
    ],
    [
      'a history that is no database',
      (host) => {
        removeDatabase(progressFile(host));
        writeFileSync(progressFile(host), 'garbage'.repeat(1000));
      },
      /progress\.sqlite is damaged\n.*swelearn backup/,
      3,
    ],
  ])('finds %s', async (_what, harm, words, exit) => {
    const host = studied();
    harm(host);
    const { out, code } = await seen(host);
    expect(out).toMatch(words);
    expect(code).toBe(exit);
    expect(out.match(/WRONG/g)).toHaveLength(1);
  });

  it('derives progress anew with --rebuild, backs up before, and says what changed', async () => {
    const host = studied();
    change(host, "UPDATE progress SET stability = 99 WHERE question = 'a'");
    const { out, code } = await seen(host, { rebuild: true });
    expect(out).toMatch(
      /1 question changed: a from Learning \(stability 99\.00 d, 0 lapses\) to L/,
    );
    expect(code).toBeUndefined();
    expect(readdirSync(backupsDirectory(progressFile(host)))).toContainEqual(
      expect.stringMatching(/-rebuild\.sqlite$/),
    );
    expect((await seen(host, { rebuild: true })).out).toMatch(/anew, nothing changed/);
  });
});
