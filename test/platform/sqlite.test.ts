import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/sqlite.ts';

describe('openDatabase', () => {
  it('keeps what a transaction wrote, and nothing of one that threw', () => {
    const database = openDatabase(':memory:');
    database.exec('CREATE TABLE t (n INTEGER)');
    database.transaction(() => database.run('INSERT INTO t VALUES (?)', 1));
    expect(() =>
      database.transaction(() => {
        database.run('INSERT INTO t VALUES (?)', 2);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(database.all('SELECT n FROM t')).toEqual([{ n: 1 }]);
  });

  it('has full-text search with its vocabulary', () => {
    const database = openDatabase(':memory:');
    database.exec(
      'CREATE VIRTUAL TABLE f USING fts5(x); CREATE VIRTUAL TABLE v USING fts5vocab(f, row)',
    );
    database.run('INSERT INTO f VALUES (?)', 'Queues hide messages');
    expect(database.all('SELECT term FROM v')).toHaveLength(3);
  });

  it('lets several processes build one index at the same time', async () => {
    const home = mkdtempSync(join(tmpdir(), 'swelearn-index-'));
    const bin = resolve(import.meta.dirname, '../../bin/swelearn.js');
    const runs = Array.from(
      { length: 4 },
      () =>
        new Promise<{ code: number | null; out: string }>((done) => {
          const child = spawn(process.execPath, [bin, 'search', 'heartbeat'], {
            env: { ...process.env, SWELEARN_HOME: home },
          });
          let out = '';
          child.stdout.on('data', (data) => {
            out += data;
          });
          child.on('close', (code) => done({ code, out }));
        }),
    );
    for (const { code, out } of await Promise.all(runs)) {
      expect(code).toBe(0);
      expect(out).toContain('visibility-timeout');
      expect(new Set(out.split('\n\n')).size).toBe(out.split('\n\n').length);
    }
  });
});
