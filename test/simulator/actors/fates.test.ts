import { describe, expect, it } from 'vitest';
import { type Played, play } from './play.ts';

/** For each item how the first piece of work on each of its messages ended. */
function endings({ of }: Played): string[][] {
  const byItem = new Map<string, Map<string, string>>();
  for (const { trace, message, outcome } of of('work-ended')) {
    const ends = byItem.get(trace) ?? new Map<string, string>();
    byItem.set(trace, ends);
    if (!ends.has(message)) ends.set(message, outcome);
  }
  return [...byItem.values()].map((ends) => [...ends.values()]);
}

function sorts(runs: readonly string[][]): string[] {
  return [...new Set(runs.map((ends) => ends.join()))].sort();
}

const ALL_SORTS = ['done,done', 'done,failed', 'failed,done', 'failed,failed'];

const SENT_TWICE = `
runFor: 5m
queues: { orders: { visibilityTimeout: 10m } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s }, count: 60, resendChance: 1 } }
consumers: { workers: { receivesFrom: orders, service: 10ms, effect: { write: ledger } } }
`;

const FANNED_OUT = `
runFor: 5m
queues: { bills: { visibilityTimeout: 10m }, parcels: { visibilityTimeout: 10m } }
topics: { orders: { subscriptions: { to-bills: { to: bills }, to-parcels: { to: parcels } } } }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s }, count: 60 } }
consumers: { workers: { receivesFrom: [bills, parcels], service: 10ms } }
`;

describe('the fate of a message', () => {
  it.each([
    ['sent twice', SENT_TWICE],
    ['fanned out to two queues of one consumer', FANNED_OUT],
  ])('is its own where an item was %s', (_, text) => {
    const struck = play(`${text}faults: [{ fail: workers, chance: 50% }]`);
    expect(sorts(endings(struck))).toEqual(ALL_SORTS);
  });

  it('is that of its item where a fault names the item', () => {
    const struck = play(`${SENT_TWICE}faults: [{ fail: workers, items: [shop-3, shop-8] }]`);
    const failed = struck.of('work-ended').filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ trace }) => trace)).toEqual(['shop-3', 'shop-3', 'shop-8', 'shop-8']);
  });

  it('is drawn anew each time that it comes again', () => {
    const text = SENT_TWICE.replace('10m }', '5s }').replace('resendChance: 1', 'resendChance: 0');
    const failures = new Map<string, number>();
    for (const { trace, outcome } of play(`${text}faults: [{ fail: workers, chance: 50% }]`).of(
      'work-ended',
    ))
      failures.set(trace, (failures.get(trace) ?? 0) + (outcome === 'failed' ? 1 : 0));
    expect(new Set(failures.values())).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('has a name of its own, so that shrinking takes away one strike at a time', () => {
    for (const text of [SENT_TWICE, FANNED_OUT]) {
      const { faults } = play(
        `${text}faults: [{ fail: workers, chance: 50% }, { pause: workers, chance: 50%, for: 1ms }]`,
      );
      expect(faults.length).toBeGreaterThan(60);
      expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
    }
  });

  it('stays as it is when a fault of another kind is added that strikes nobody', () => {
    const failing = `
runFor: 5m
queues: { orders: { visibilityTimeout: 5s } }
services: { bank: { availability: 50% } }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s }, count: 60 } }
consumers: { workers: { receivesFrom: orders, steps: [{ call: bank }, { work: 10ms }, delete] } }
faults: [{ fail: workers, chance: 50% }`;
    const keys = (text: string) => play(text).faults.map(({ key }) => key);
    expect(keys(`${failing}, { crash: workers, items: nobody-1, when: before-delete }]`)).toEqual(
      keys(`${failing}]`),
    );
    expect(keys(`${failing}, { crash: workers, items: nobody-1, when: before-effect }]`)).toEqual(
      keys(`${failing}]`),
    );
  });

  it('is its own for each of two pieces of work in one delivery', () => {
    const { of } = play(`
runFor: 5m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s }, count: 60 } }
consumers: { workers: { receivesFrom: orders, steps: [{ work: 10ms }, { work: 10ms }, delete] } }
faults: [{ pause: workers, chance: 50%, for: 100ms }]
`);
    const times = of('work-ended').map(({ at, startedAt }) => (at - startedAt) / 1_000);
    expect(new Set(times)).toEqual(new Set([20, 120, 220]));
  });

  it('is its own for an item’s second sending, whose answer may get lost when the first one’s was heard', () => {
    const { faults } = play(
      `${SENT_TWICE.replace('resendChance: 1', 'resendChance: 1, retry: { attempts: 5 }')}faults: [{ lose-response: shop, chance: 50% }]`,
    );
    expect(faults.some(({ key }) => key.includes('resend'))).toBe(true);
    expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
  });

  it('is its own for each answer to a receive', () => {
    const { faults } = play(`${SENT_TWICE}faults: [{ lose-response: workers, chance: 50% }]`);
    expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
    const struck = new Map<string, number>();
    for (const { trace } of faults) struck.set(trace, (struck.get(trace) ?? 0) + 1);
    // Of two messages of an item none, one, or both.
    expect(struck.size).toBeLessThan(60);
    expect(new Set(struck.values())).toEqual(new Set([1, 2]));
  });
});
