import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInWorkers } from '../../src/platform/worker-pool.ts';

const PROGRAM = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (job) => {
  if (job < 0) throw new Error('no job for me');
  parentPort.postMessage(job * 2);
});
`;

let directory: string;
let program: URL;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'swelearn-pool-'));
  const file = join(directory, 'doubler.mjs');
  writeFileSync(file, PROGRAM);
  program = pathToFileURL(file);
});

afterAll(() => rmSync(directory, { recursive: true }));

function threads(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;
}

describe('a pool of threads', () => {
  it('does more jobs than it has threads, and keeps their order', async () => {
    const jobs = Array.from({ length: 100 }, (_, index) => index);
    expect(await runInWorkers(program, jobs)).toEqual(jobs.map((job) => job * 2));
  });

  it('fails as a whole when one thread throws, and leaves none', async () => {
    const before = threads();
    // Often, so that the other thread answers at every moment of the end.
    for (let time = 0; time < 20; time += 1) {
      await expect(runInWorkers(program, [1, 2, -1, 3, 4])).rejects.toThrow('no job for me');
    }
    expect(threads()).toBe(before);
  });
});
