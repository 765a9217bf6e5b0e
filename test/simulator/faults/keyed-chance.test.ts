import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedChance } from '../../../src/simulator/faults/keyed-chance.ts';
import { runs } from '../../fixtures/runs.ts';

const KEYS = Array.from({ length: 8 }, (_, index) => `0:workers shop-${index} 1 fail`);

function chances(seed: number): string {
  return KEYS.map((key) => keyedChance(seed, key)).join();
}

describe('a keyed chance', () => {
  it('is the same each time, at least 0 and below 1', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), (seed, key) => {
        const chance = keyedChance(seed, key);
        expect(keyedChance(seed, key)).toBe(chance);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThan(1);
      }),
      runs(200),
    );
  });

  it('depends on each bit of the seed', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(52), (seed, bit) => {
        const other = (BigInt(seed) ^ (1n << BigInt(bit))) & BigInt(Number.MAX_SAFE_INTEGER);
        expect(chances(Number(other))).not.toBe(chances(seed));
      }),
      runs(200),
    );
  });
});
