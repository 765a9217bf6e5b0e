import { describe, expect, it } from 'vitest';
import { readProgram, type Trouble } from '../../../src/exercises/code/index.ts';
import { FILE, judged } from './judged.ts';

const SMALL = `
runFor: 20s
queues: { orders: { visibilityTimeout: 10s, redrive: { to: dlq, maxReceiveCount: 2 } }, dlq: {} }
stores: { ledger: { latency: 1ms } }
services: { payments: { latency: 20ms } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 5, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 2, steps: [{ work: 50ms }, { write: ledger }, delete] } }
checks: [{ done: 5 }, { lost: 0 }]
`;

async function troublesOf(program: string): Promise<readonly Trouble[]> {
  return (await judged(SMALL, 'workers', program, 1)).troubles;
}

function troublesBefore(program: string): readonly Trouble[] {
  return readProgram(program, 'consumer', FILE).troubles;
}

describe('what is wrong with a file is said before it runs', () => {
  it.each([
    [
      'a mistake in what is written',
      'syntax',
      2,
      'export async function handle() {\n  const 1 = 2;\n}',
    ],
    ['a wait outside of functions', 'syntax', 1, 'const x = await 1; export function handle() {}'],
    ['no export', 'missing-export', undefined, 'async function handle() {}'],
    ['another export', 'missing-export', undefined, 'export default async function handle() {}'],
    [
      'another module',
      'forbidden',
      1,
      "import { readFileSync } from 'node:fs'; export function handle() {}",
    ],
    [
      'a module on the way',
      'forbidden',
      2,
      "export async function handle() {\n  await import('node:fs');\n}",
    ],
    ['require', 'forbidden', 1, "const fs = require('fs'); export function handle() {}"],
    [
      'the network',
      'forbidden',
      3,
      'export async function handle(message) {\n  try {\n    await fetch(message.body);\n  } catch {}\n}',
    ],
    ['the process', 'forbidden', 1, 'export function handle() { process.exit(1); }'],
    ['what all workers share', 'forbidden', 1, 'export function handle() { globalThis.seen = 1; }'],
    [
      'a name that is declared nowhere',
      'programming-error',
      1,
      'export function handle() { total = 1; }',
    ],
    ['raw memory', 'forbidden', 1, 'const all = new Uint8Array(9); export function handle() {}'],
    ['code from a text', 'forbidden', 1, "export function handle() { eval('1'); }"],
  ])('%s', (_, kind, line, program) => {
    expect(troublesBefore(program)).toEqual([expect.objectContaining({ kind, line })]);
  });

  it('and names of its own that are called like something forbidden are its own affair', () => {
    const program = `
const process = (order) => order.module;
export async function handle(message) { return process({ module: 1, fetch: 2 }).exports; }`;
    expect(troublesBefore(program)).toEqual([]);
  });

  it('and a worker may have names like those of the language', async () => {
    const program = `
const Math = { max: () => 7 };
export { run as handle };
async function run(message, { ledger, work }) {
  for (let i = 0; i < 3; i += 1) if (i > 1) await work();
  do ; while (false);
  await ledger.put(message.id, Math.max());
  await message.delete();
}`;
    expect(await troublesOf(program)).toEqual([]);
  });
});

describe('what goes wrong in a run', () => {
  it('is a loop without end: its line, and the item', async () => {
    const program = `export async function handle(message, { work }) {
  await work();
  while (true) {
    try {
      message.attempt += 1;
    } catch {}
  }
}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({ kind: 'endless-loop', line: 3, item: 'shop-1', seed: 1 }),
    ]);
  });

  it.each([
    ['waiting by looking at the clock', 'const end = Date.now() + 500; while (Date.now() < end);'],
    ['a loop without braces', 'for (;;) message.body;'],
    ['a loop that waits for nothing', 'while (true) await null;'],
    [
      'a function that calls for itself when it is through',
      'const again = () => { Promise.resolve().then(again); }; again(); await work();',
    ],
  ])('is %s', async (_, body) => {
    const program = `export async function handle(message, { work }) {\n  ${body}\n}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({ kind: 'endless-loop', line: 2 }),
    ]);
  });

  it('is a call again and again while no time passes', async () => {
    const program = `export async function handle(message, { ledger, work }) {
  await work();
  for (;;) await message.extend(1);
}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({ kind: 'too-many-calls' }),
    ]);
  });

  it('is a call that is refused and made again at once, for ever', async () => {
    const program = `export async function handle(message, { work, payments }) {
  await work();
  for (;;) {
    try {
      await payments.call();
    } catch {
      // once more
    }
  }
}`;
    const refusing = SMALL.replace('latency: 20ms', 'latency: 20ms, rateLimit: 1/s');
    const { troubles } = await judged(refusing, 'workers', program, 1);
    expect(troubles).toEqual([expect.objectContaining({ kind: 'too-many-calls', seed: 1 })]);
  });

  it('is a mistake of the program: its line, and how many items met it', async () => {
    const program = `export async function handle(message, { ledger, work }) {
  await work();
  message.headers.get('x');
}`;
    const [trouble] = await troublesOf(program);
    expect(trouble).toMatchObject({ kind: 'programming-error', line: 3, item: 'shop-1' });
    expect(trouble?.what).toMatch(/^TypeError: .*undefined.* \(for 5 items\)$/);
  });

  it('is an error when the file is loaded', async () => {
    const program = `const table = undefined;
const first = table[0];
export async function handle() {}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({ kind: 'unloadable', line: 2 }),
    ]);
  });

  it('is a timer that throws', async () => {
    const program = `export async function handle(message, { ledger, work }) {
  setTimeout(() => message.nothing.at(0), 5);
  await work();
  await ledger.put(message.id, 1);
  await message.delete();
}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({ kind: 'programming-error', line: 2 }),
    ]);
  });

  it('is a rejection that nobody hears', async () => {
    const program = `export async function handle(message, { ledger, work, payments }) {
  await work();
  payments.call({ timeout: 1 });
  await ledger.put(message.id, 1);
  await message.delete();
}`;
    expect(await troublesOf(program)).toEqual([
      expect.objectContaining({
        kind: 'unhandled-rejection',
        what: expect.stringContaining('payments answered: timeout'),
      }),
    ]);
  });

  it('is work that is never done', async () => {
    const program = `export async function handle(message, { ledger }) {
  await ledger.put(message.id, 1);
  await message.delete();
}`;
    expect(await troublesOf(program)).toEqual([expect.objectContaining({ kind: 'no-work' })]);
  });

  it('is nothing, where a failure of what was called reaches the handler', async () => {
    const program = `export async function handle(message, { ledger, work, payments }) {
  await work();
  try {
    await payments.call({ timeout: 1 });
  } catch (error) {
    if (!error.message.includes('timeout')) throw new TypeError('never');
  }
  await ledger.put(message.id, 1);
  await message.delete();
}`;
    expect(await troublesOf(program)).toEqual([]);
  });
});

/** Whatever isn't deleted comes back every two seconds, for an hour. */
const COMES_BACK = `
runFor: 1m
queues: { orders: { visibilityTimeout: 2s } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: 2/s } }
consumers: { workers: { receivesFrom: orders, count: 4, steps: [{ work: 50ms }, { write: ledger }, delete] } }
checks: [{ lost: 0 }, { waiting: 0 }]
`;

describe('a run comes to its end', () => {
  const judgedThere = (body: string) =>
    judged(
      COMES_BACK,
      'workers',
      `export async function handle(message, { ledger, work, sleep }) {\n${body}\n}`,
      1,
    );

  it('when nothing is ever deleted: it is stopped long before its hour is over, and told', async () => {
    const { troubles, failure } = await judgedThere('await work();');
    expect(troubles).toEqual([
      expect.objectContaining({
        kind: 'never-done',
        what: expect.stringMatching(/^1\d\d messages were handed out \d{4} times/),
      }),
    ]);
    expect(failure?.run.checks).toContainEqual(
      expect.objectContaining({ metric: 'waiting', passed: false }),
    );
    expect(failure?.run.events).toBeLessThan(40_000);
  });

  it.each([
    ['a loop that waits a little for ever', 'await work(); for (;;) await sleep(1);'],
    [
      'a timer that is never cleared',
      'setInterval(() => message.extend(2), 50); await work(); await ledger.put(message.id, 1); await message.delete();',
    ],
  ])('when there is %s', async (_, body) => {
    const { troubles, failure } = await judgedThere(body);
    expect(troubles).toEqual([expect.objectContaining({ kind: 'too-many-calls' })]);
    expect(failure?.run.events ?? 0).toBeLessThan(100_000);
  });

  it('and one message that can never be done is no trouble, as long as the others are', async () => {
    const { troubles } = await judgedThere(
      "await work(); if (message.id === 'shop-7') throw new Error('poison'); await ledger.put(message.id, 1); await message.delete();",
    );
    expect(troubles).toEqual([]);
  });
});

describe('a program', () => {
  it.each([
    ['has nothing around it', 'this === undefined'],
    [
      'can’t make code from texts',
      '(() => { try { return (() => {}).constructor("return 1")(); } catch { return true; } })()',
    ],
    ['meets no object of the machine', 'message.constructor === ({}).constructor'],
    [
      'gets promises of its own',
      'sleep(1) instanceof Promise && work instanceof (() => {}).constructor',
    ],
  ])('%s', async (_, expression) => {
    const program = `export async function handle(message, { work, sleep, log }) {
  log(${expression});
  await work();
}`;
    const { lines } = await judged(SMALL, 'workers', program, 1);
    expect(lines[0]?.text).toBe('true');
  });
});
