import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemNumbers } from '../../../../src/simulator/observers/folds/item-numbers.ts';
import { runs } from '../../../fixtures/runs.ts';

describe('the numbers of items', () => {
  it('are given as a map would give them, whatever the items are called', () => {
    const producer = fc.constantFrom('a', 'b', 'ab', 'a-1', '');
    const place = fc.constantFrom('1', '2', '01', '0', '1e3', '1000', '99999', '-1', '1.5', '');
    const name = fc.tuple(producer, fc.constantFrom('-', ''), place).map((parts) => parts.join(''));
    const asAMap = (names: string[]) => {
      const numbers = new ItemNumbers();
      const map = new Map<string, number>();
      for (const name of names) {
        if (!map.has(name)) map.set(name, map.size);
        expect(numbers.of(name)).toBe(map.get(name));
      }
      expect(numbers.count).toBe(map.size);
      for (const [name, number] of map) expect(numbers.traceOf(number)).toBe(name);
    };
    fc.assert(fc.property(fc.array(name, { maxLength: 60 }), asAMap), runs(200));
  });

  it('stay the same while a producer makes very many', () => {
    const numbers = new ItemNumbers();
    const items = Array.from({ length: 5_000 }, (_, index) => `buyers-${index + 1}`);
    for (const item of items) numbers.of(item);
    expect(items.map((item) => numbers.of(item))).toEqual(items.map((_, index) => index));
    expect(numbers.traceOf(4_321)).toBe('buyers-4322');
  });
});
