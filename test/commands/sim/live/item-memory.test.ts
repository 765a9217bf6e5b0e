import { describe, expect, it } from 'vitest';
import { ItemMemory } from '../../../../src/commands/sim/live/item-memory.ts';
import type { SimulationEvent } from '../../../../src/simulator/events/index.ts';

const produced = (trace: string, at = 0): SimulationEvent => ({
  kind: 'produced',
  at,
  producer: 'shop',
  trace,
  to: 'orders',
});
const skipped = (trace: string, at: number): SimulationEvent => ({
  kind: 'filtered-out',
  at,
  topic: 'news',
  message: 'm1',
  trace,
  subscription: 'mail',
  why: 'it is old',
});

function write(trace: string, store: string, outcome: 'applied' | 'refused' = 'applied') {
  return {
    kind: 'effect' as const,
    at: 1,
    store,
    operation: 'write' as const,
    key: trace,
    trace,
    worker: 'workers-1',
    outcome,
    left: undefined,
  };
}

describe('the memory of items', () => {
  it('forgets the oldest items, but neither those that are followed nor the first ones in trouble', () => {
    const memory = new ItemMemory();
    for (let number = 1; number <= 10_000; number += 1) {
      memory.see(produced(`shop-${number}`));
      if (number === 5) memory.keep('shop-5');
      if (number === 6) memory.follow('shop-6');
    }
    expect(memory.eventsOf('shop-10000')).toHaveLength(1);
    expect(memory.eventsOf('shop-7')).toEqual([]);
    memory.see(skipped('shop-5', 9));
    memory.see(skipped('shop-6', 9));
    memory.see(skipped('shop-7', 9));
    expect(memory.eventsOf('shop-5')).toHaveLength(2);
    expect(memory.followed?.events).toHaveLength(2);
    expect(memory.eventsOf('shop-7')).toEqual([]);
    expect(memory.newest('', 20_000).length).toBe(4002);
  });

  it('keeps only so many that were in trouble', () => {
    const memory = new ItemMemory();
    for (let number = 1; number <= 10_000; number += 1) {
      memory.see(produced(`shop-${number}`));
      memory.keep(`shop-${number}`);
    }
    expect(memory.newest('', 20_000).length).toBe(4500);
    expect(memory.eventsOf('shop-500')).toHaveLength(1);
    expect(memory.eventsOf('shop-501')).toEqual([]);
  });

  it('keeps the beginning and the end of a long history', () => {
    const memory = new ItemMemory();
    memory.see(produced('shop-1'));
    for (let at = 1; at <= 1000; at += 1) memory.see(skipped('shop-1', at));
    const times = memory.eventsOf('shop-1').map(({ at }) => at);
    expect(times).toHaveLength(120);
    expect(times.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(times.at(-1)).toBe(1000);
    expect(times[20]).toBe(901);
  });

  it('knows an effect that happened before: on the same store, and applied both times', () => {
    const memory = new ItemMemory();
    memory.see(produced('shop-1'));
    const isRepeated = (event: ReturnType<typeof write>) => {
      memory.see(event);
      return memory.isRepeated(event);
    };
    expect(isRepeated(write('shop-1', 'ledger', 'refused'))).toBe(false);
    expect(isRepeated(write('shop-1', 'ledger'))).toBe(false);
    expect(isRepeated(write('shop-1', 'index'))).toBe(false);
    expect(isRepeated(write('shop-1', 'ledger'))).toBe(true);
    expect(isRepeated(write('shop-1', 'ledger', 'refused'))).toBe(false);
  });
});
