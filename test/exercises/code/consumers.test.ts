import { describe, expect, it } from 'vitest';
import { runs } from '../../fixtures/runs.ts';
import { findings, judged } from './judged.ts';
import { ORDERS } from './orders.ts';

/** Seeds that a right program must stand. */
const SEEDS = runs(10).numRuns;

const SOLUTIONS = {
  'books and notes in one transaction': `
export async function handle(message, { work, transaction }) {
  await work();
  await transaction((tx) => {
    tx.booked.putIfAbsent(message.id, true);
    tx.ledger.add('total', 1);
  });
  await message.delete();
}`,
  'writes what is there once under the id of the order': `
const book = async (message, { ledger, work }) => {
  const known = await ledger.get(message.id);
  if (known === undefined) {
    await work();
    await ledger.putIfAbsent(message.id, { body: message.body });
  }
  return message.delete();
};
export { book as handle };`,
  'puts the same again': `
export const handle = (message, { ledger, work }) =>
  work()
    .then(() => ledger.put(message.id, message.body))
    .then(() => message.delete());`,
};

const MISTAKES: Readonly<Record<string, readonly [metric: string, program: string]>> = {
  'acknowledges before the work': [
    'lost',
    `export async function handle(message, { ledger, work }) {
  await message.delete();
  await work();
  await ledger.putIfAbsent(message.id, 1);
}`,
  ],
  'records before the work': [
    'lost',
    `export async function handle(message, { booked, ledger, work }) {
  if (await booked.putIfAbsent(message.id, true)) {
    await work();
    await ledger.add('total', 1);
  }
  await message.delete();
}`,
  ],
  'checks, then acts': [
    'duplicates',
    `export async function handle(message, { booked, ledger, work }) {
  if (!(await booked.get(message.id))) {
    await work();
    await ledger.add('total', 1);
    await booked.put(message.id, true);
  }
  await message.delete();
}`,
  ],
  'remembers in its own memory': [
    'duplicates',
    `const seen = new Set();
export async function handle(message, { ledger, work }) {
  if (!seen.has(message.id)) {
    await work();
    await ledger.add('total', 1);
    seen.add(message.id);
  }
  await message.delete();
}`,
  ],
  'swallows what goes wrong': [
    'lost',
    `export async function handle(message, { ledger, work, log }) {
  try {
    await work();
    await ledger.putIfAbsent(message.id, 1);
  } catch (error) {
    log('ignored', error);
  }
  await message.delete();
}`,
  ],
  'does not wait for what it does': [
    'lost',
    `export async function handle(message, { ledger, work }) {
  await work();
  ledger.putIfAbsent(message.id, 1);
  await message.delete();
}`,
  ],
};

/** What the story says of how it came. */
const WHY: Readonly<Record<string, RegExp>> = {
  lost: /^Why: /,
  duplicates: /^Why: /,
};

describe('a consumer of orders', () => {
  it.each(Object.entries(SOLUTIONS))('passes when it %s', async (_, program) => {
    const verdict = await judged(ORDERS, 'workers', program, SEEDS);
    expect(findings(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ passed: true, seeds: SEEDS });
  });

  it.each(Object.entries(MISTAKES))('is caught when it %s', async (_, [metric, program]) => {
    const verdict = await judged(ORDERS, 'workers', program, 5);
    expect(findings(verdict)).toContain(metric);
    const { shrunk, story } = verdict.failure ?? {};
    expect(story?.check.metric).toBe(metric);
    expect(story?.lines.at(-2)).toMatch(WHY[metric] ?? /never/);
    expect(shrunk?.kept.length).toBeLessThan(3);
  });
});
