import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffledIndices } from '../../src/scheduling/shuffle.ts';

it('gives every index once, in another order than they had, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(), (length, seed) => {
      const order = shuffledIndices(length, seed);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, index) => index));
      if (length > 1) expect(order).not.toEqual(Array.from({ length }, (_, index) => index));
      expect(shuffledIndices(length, seed)).toEqual(order);
    }),
  );
});

it('gives other seeds other orders', () => {
  const orders = Array.from({ length: 50 }, (_, seed) => shuffledIndices(5, seed).join());
  expect(new Set(orders).size).toBeGreaterThan(25);
});
