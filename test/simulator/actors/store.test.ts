import { describe, expect, it } from 'vitest';
import { Store } from '../../../src/simulator/actors/store.ts';
import type { Effect } from '../../../src/simulator/events/index.ts';

function storeOf(settings: { items?: Record<string, number>; expiresAfter?: number }) {
  const told: Effect[] = [];
  const store = new Store(
    'inventory',
    { items: settings.items ?? {}, latency: 0, expiresAfter: settings.expiresAfter },
    (event) => told.push(event),
  );
  return {
    store,
    told: () => told.map(({ operation, key, outcome, left }) => [operation, key, outcome, left]),
  };
}

const A = { trace: 'buyers-1', worker: 'workers-1' };
const B = { trace: 'buyers-2', worker: 'workers-2' };

describe('a store', () => {
  it('gives no more than its stock to those who ask and take in one', () => {
    const { store, told } = storeOf({ items: { concert: 1 } });
    expect(store.takeIfLeft(0, 'concert', A)).toBe(true);
    expect(store.takeIfLeft(0, 'concert', B)).toBe(false);
    expect(told()).toEqual([
      ['reserve', 'concert', 'applied', 0],
      ['reserve', 'concert', 'refused', 0],
    ]);
  });

  it('is oversold by those who only take', () => {
    const { store, told } = storeOf({ items: { concert: 1 } });
    store.take(0, 'concert', A);
    store.take(0, 'concert', B);
    expect(told().at(-1)).toEqual(['reserve', 'concert', 'applied', -1]);
  });

  it('lets the first claim an item and refuses the second', () => {
    const { store } = storeOf({});
    expect([store.claim(0, A), store.claim(0, A), store.claim(0, B)]).toEqual([true, false, true]);
  });

  it('knows what was recorded until it expires', () => {
    const { store } = storeOf({ expiresAfter: 100 });
    expect(store.has(0, A.trace)).toBe(false);
    store.record(0, A);
    expect([99, 100].map((now) => store.has(now, A.trace))).toEqual([true, false]);
    expect(store.claim(100, A)).toBe(true);
  });

  it('keeps no more records than have not expired, however many there were', () => {
    const { store } = storeOf({ expiresAfter: 100 });
    for (let now = 0; now < 10_000; now += 1) {
      const access = { trace: `buyers-${now}`, worker: 'workers-1' };
      if (now % 2 === 0) store.record(now, access);
      else store.claim(now, access);
    }
    expect(store.records).toBe(100);
    expect([9_900, 9_899].map((item) => store.has(9_999, `buyers-${item}`))).toEqual([true, false]);
  });

  it('counts the time of a record from its last recording', () => {
    const { store } = storeOf({ expiresAfter: 100 });
    store.record(0, A);
    store.record(60, A);
    store.record(110, B);
    expect([store.records, store.has(159, A.trace), store.has(160, A.trace)]).toEqual([
      2,
      true,
      false,
    ]);
    store.record(160, B);
    expect(store.records).toBe(1);
  });

  it('does a plain write as often as it is asked', () => {
    const { store, told } = storeOf({});
    store.write(0, A);
    store.write(0, A);
    expect(told()).toHaveLength(2);
  });
});
