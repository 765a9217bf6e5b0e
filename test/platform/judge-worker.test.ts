import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProgram } from '../../src/exercises/code/index.ts';
import type { JudgingJob } from '../../src/exercises/code/judging-job.ts';
import type { Limits } from '../../src/platform/judge-thread.ts';
import { judgeInWorker } from '../../src/platform/judge-worker.ts';

const SCENARIO = `
runFor: 20s
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 3, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, steps: [{ work: 50ms }, { write: ledger }, delete] } }
checks: [{ done: 3 }, { lost: 0 }, { redeliveries: 0 }]
`;
const LIMITS: Limits = { limitMs: 10_000, wholeMs: 15_000, memoryMb: 64 };

let directory: string;
let program: URL;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'swelearn-judge-'));
  const source = join(import.meta.dirname, '../../src/judge.ts');
  const outfile = join(directory, 'judge.mjs');
  const banner =
    "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";
  buildSync({
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    banner: { js: banner },
  });
  program = pathToFileURL(outfile);
});

afterAll(() => rmSync(directory, { recursive: true }));

function job(body: string): JudgingJob {
  const text = `export async function handle(message, { ledger, work }) {
  ${body}
  await work();
  await ledger.put(message.id, true);
  await message.delete();
}`;
  expect(readProgram(text, 'consumer', 'p.js').troubles).toEqual([]);
  const scenario = { file: 'x.yaml', text: SCENARIO, changes: [] };
  return { text, role: 'consumer', part: 'workers', file: 'p.js', scenario, seeds: [1, 2, 3] };
}

const judge = (body: string, limits: Partial<Limits> = {}, signal?: AbortSignal) =>
  judgeInWorker(program, job(body), { ...LIMITS, ...limits }, signal);

describe('a program that is judged on a thread with limits', () => {
  it('gets its verdict as plain data', async () => {
    expect(await judge('')).toEqual({
      kind: 'done',
      result: {
        passed: true,
        seeds: 3,
        troubles: [],
        run: {
          seed: 1,
          checks: [
            { metric: 'done', wanted: 'exactly 3', got: '3', passed: true },
            { metric: 'lost', wanted: 'exactly 0', got: '0', passed: true },
            { metric: 'redeliveries', wanted: 'exactly 0', got: '0', passed: true },
          ],
          metrics: [
            { metric: 'duplicates', got: '0' },
            { metric: 'latency.p99', got: expect.stringMatching(/ms$/) },
          ],
        },
        story: undefined,
        log: [],
      },
    });
  });

  it('is ended when the language itself doesn’t come back, where no thread can be ended', async () => {
    const never = 'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1);';
    expect(await judge(never, { limitMs: 1_000 })).toMatchObject({ kind: 'stuck' });
  });

  it('is ended when it doesn’t come back, and it is known from where', async () => {
    // No loop of the program’s own: the language goes on trying.
    const never = "if (message.id === 'shop-2') /^(a+)+$/.test('a'.repeat(40) + 'b');";
    expect(await judge(never, { limitMs: 2_000 })).toEqual({
      kind: 'stuck',
      place: 'shop-2 (seed 1)',
    });
  });

  it('is ended when it goes on for too long, although it moves', async () => {
    const busy = 'for (let i = 0; i < 300_000; i += 1) message.id.split("");';
    const outcome = await judge(busy, { limitMs: 10_000, wholeMs: 300 });
    expect(outcome).toMatchObject({ kind: 'slow' });
  });

  it('is ended when it takes too much memory', async () => {
    const hoards =
      'const all = []; for (let i = 0; i < 900_000; i += 1) all.push(new Array(100).fill(i));';
    expect(await judge(hoards)).toEqual({ kind: 'greedy', place: 'shop-1 (seed 1)' });
  });

  it('takes nobody down with it when it asks for too much at once', async () => {
    const outcome = await judge("if (message.id === 'shop-2') new Array(2 ** 27).fill(1);");
    expect(outcome).toMatchObject({ kind: 'greedy' });
  });

  it('is ended when nobody waits for it any more', async () => {
    const leaving = new AbortController();
    const judging = judge("/^(a+)+$/.test('a'.repeat(40) + 'b');", {}, leaving.signal);
    leaving.abort(new Error('gone'));
    await expect(judging).rejects.toThrow('gone');
  });

  it('is no reason to hide a mistake of what judges it', async () => {
    const broken = { ...job(''), scenario: { file: 'x.yaml', text: 'runFor: soon', changes: [] } };
    await expect(judgeInWorker(program, broken, LIMITS)).rejects.toThrow(/runFor|soon|time/);
    const file = join(directory, 'broken.mjs');
    writeFileSync(file, 'throw new Error("it is broken");');
    const nothing = judgeInWorker(pathToFileURL(file), {}, LIMITS);
    await expect(nothing).rejects.toThrow('the process that judges ended with 1');
  });
});
