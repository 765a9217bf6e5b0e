import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyTable } from '../../../src/simulator/broker/key-table.ts';
import { runs } from '../../fixtures/runs.ts';

describe('a key table', () => {
  it('numbers keys as a map would, whichever are asked for', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 2 })), { maxLength: 300 });
    const numbersAsAMap = (asked: [boolean, string][]) => {
      const table = new KeyTable();
      const map = new Map<string, number>();
      for (const [isNew, key] of asked) {
        if (isNew && !map.has(key)) map.set(key, map.size);
        if (isNew) expect(table.add(key)).toBe(map.get(key));
        expect(table.find(key)).toBe(map.get(key));
      }
    };
    fc.assert(fc.property(steps, numbersAsAMap), runs(100));
  });

  it('tells keys apart whose hashes are equal', () => {
    const table = new KeyTable();
    const [first, second] = ['d549599', 'd712382'];
    expect(table.add(first)).toBe(0);
    expect(table.find(second)).toBeUndefined();
    expect(table.add(second)).toBe(1);
    expect(table.find(first)).toBe(0);
  });

  it('keeps the numbers of many keys while it grows', () => {
    const table = new KeyTable();
    const keys = Array.from({ length: 10_000 }, (_, index) => `order-${index}`);
    for (const key of keys) table.add(key);
    expect(keys.map((key) => table.find(key))).toEqual(keys.map((_, index) => index));
    expect(table.find('order-10000')).toBeUndefined();
  });
});
