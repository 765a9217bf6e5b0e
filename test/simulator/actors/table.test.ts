import { describe, expect, it } from 'vitest';
import { Store } from '../../../src/simulator/actors/store.ts';
import { type Change, Table } from '../../../src/simulator/actors/table.ts';
import type { Effect } from '../../../src/simulator/events/index.ts';

function table(isEffect: boolean, expiresAfter?: number) {
  const told: Effect[] = [];
  const store = new Store(
    'shop',
    { items: { concert: 3 }, latency: 0, expiresAfter },
    (event: Effect) => told.push(event),
  );
  const made = new Table(store, isEffect);
  return {
    read: (key: string, now = 0) => made.read(now, key),
    change: (change: Change, { trace = 'a-1', seen, now = 0 }: Options = {}) =>
      made.change(now, change, { trace, worker: 'w-1' }, seen),
    told: () => told.map(({ operation, outcome, left }) => [operation, outcome, left]),
  };
}

interface Options {
  readonly trace?: string;
  readonly seen?: number;
  readonly now?: number;
}

describe('a table', () => {
  it('keeps values as JSON does', () => {
    const { read, change } = table(false);
    change({ does: 'put', key: 'k', value: { a: [1, 'x'] } });
    expect(read('k')).toEqual({ a: [1, 'x'] });
    expect(read('other')).toBeUndefined();
  });

  it('forgets values when their time is over', () => {
    const { read, change } = table(false, 10);
    change({ does: 'put', key: 'k', value: 1 }, { now: 5 });
    expect([read('k', 14), read('k', 15)]).toEqual([1, undefined]);
  });

  it('puts if there is nothing, and updates what is as expected', () => {
    const { change, read } = table(false);
    const first = { does: 'putIfAbsent', key: 'k', value: 1 };
    expect([change(first).applied, change(first).applied]).toEqual([true, false]);
    expect(change({ does: 'update', key: 'k', from: 2, value: 3 }).applied).toBe(false);
    expect(change({ does: 'update', key: 'k', from: 1, value: 3 }).applied).toBe(true);
    expect(read('k')).toBe(3);
  });

  it('tells changes as effects where it is what all is about, and else as notes', () => {
    const tell = (isEffect: boolean) => {
      const { change, told } = table(isEffect);
      change({ does: 'putIfAbsent', key: 'k', value: 1 });
      change({ does: 'putIfAbsent', key: 'k', value: 1 });
      change({ does: 'put', key: 'k', value: 2 });
      return told().map(([operation, outcome]) => `${operation} ${outcome}`);
    };
    expect(tell(true)).toEqual(['write applied', 'write refused', 'write applied']);
    expect(tell(false)).toEqual(['claim applied', 'claim refused', 'record applied']);
  });

  it('knows that what is put again as it was changes nothing, and that an addition does', () => {
    const { change, told } = table(true);
    for (const does of ['put', 'put', 'add', 'add']) change({ does, key: does, value: 1 });
    expect(told().map(([operation]) => operation)).toEqual(['write', 'record', 'write', 'write']);
  });

  it('takes from stock until nothing is left', () => {
    const { change, told } = table(true);
    for (let taken = 0; taken < 4; taken += 1) change({ does: 'take', key: 'concert' });
    expect(told()).toEqual([
      ['reserve', 'applied', 2],
      ['reserve', 'applied', 1],
      ['reserve', 'applied', 0],
      ['reserve', 'refused', 0],
    ]);
  });

  it('counts what is truly left, whatever was written over it', () => {
    const { change, read, told } = table(true);
    for (let buyer = 0; buyer < 4; buyer += 1)
      change({ does: 'put', key: 'concert', value: 2 }, { seen: 3 });
    expect(read('concert')).toBe(2);
    expect(told().map(([, , left]) => left)).toEqual([2, 1, 0, -1]);
  });

  it('tells a count as it was written, lost updates and all', () => {
    const { change, told } = table(true);
    change({ does: 'put', key: 'concert', value: 4 }, { seen: 3 });
    change({ does: 'put', key: 'concert', value: 4 }, { seen: 3 });
    change({ does: 'add', key: 'concert', value: 1 });
    expect(told()).toEqual([
      ['write', 'applied', 4],
      ['write', 'applied', 4],
      ['write', 'applied', 5],
    ]);
  });
});
