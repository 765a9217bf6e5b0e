import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkerPool } from '../../src/platform/worker-pool.ts';

const PROGRAM = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (job) => {
  if (job < 0) throw new Error('no job for me');
  parentPort.postMessage(job * 2);
});
`;

/** Says which thread it is. */
const NAMING = PROGRAM.replace('{ parentPort }', '{ parentPort, threadId }').replace(
  'job * 2',
  'threadId',
);

let directory: string;
let program: URL;
let naming: URL;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'swelearn-pool-'));
  const write = (name: string, text: string) => {
    const file = join(directory, name);
    writeFileSync(file, text);
    return pathToFileURL(file);
  };
  program = write('doubler.mjs', PROGRAM);
  naming = write('naming.mjs', NAMING);
});

afterAll(() => rmSync(directory, { recursive: true }));

function threads(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;
}

describe('a pool of threads', () => {
  it('does more jobs than it has threads, and keeps their order', async () => {
    const jobs = Array.from({ length: 100 }, (_, index) => index);
    const pool = new WorkerPool<number, number>(program);
    expect(await pool.run(jobs)).toEqual(jobs.map((job) => job * 2));
    await pool.end();
  });

  it('keeps its threads for the next jobs, and makes new ones where some were ended', async () => {
    const pool = new WorkerPool<number, number>(naming);
    const first = new Set(await pool.run([1, 2, 3, 4]));
    for (const name of await pool.run([5, 6, 7])) expect(first).toContain(name);
    await expect(pool.run([-1, -1, -1, -1])).rejects.toThrow('no job for me');
    for (const name of await pool.run([8, 9])) expect(first).not.toContain(name);
    await pool.end();
  });

  it('fails as a whole when one thread throws, and leaves none', async () => {
    const before = threads();
    // Often, so that the other thread answers at every moment of the end.
    for (let time = 0; time < 20; time += 1) {
      const pool = new WorkerPool<number, number>(program);
      await expect(pool.run([1, 2, -1, 3, 4])).rejects.toThrow('no job for me');
      await pool.end();
    }
    expect(threads()).toBe(before);
  });
});
