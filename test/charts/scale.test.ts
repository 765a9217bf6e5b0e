import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceStep, plainNumber } from '../../src/charts/scale.ts';

it.each([
  [100, 4, 25],
  [130, 4, 50],
  [0.3, 3, 0.1],
  [7, 5, 2],
  [0, 5, 1],
])('up to %d in %i steps goes by %d', (most, steps, step) => {
  expect(niceStep(most, steps)).toBeCloseTo(step, 12);
});

it('reaches the most, and the step below would not', () => {
  const anyMost = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(anyMost, fc.integer({ min: 1, max: 20 }), (most, steps) => {
      const step = niceStep(most, steps);
      expect(step * steps).toBeGreaterThanOrEqual(most * (1 - 1e-8));
      expect((step / 2.5) * steps).toBeLessThan(most * (1 + 1e-8));
    }),
  );
});

it.each([
  [0, '0'],
  [0.25, '0.25'],
  [0.1 + 0.2, '0.3'],
  [1500, '1500'],
  [15_000, '15k'],
  [2_500_000, '2.5M'],
])('%d is written %s', (value, words) => {
  expect(plainNumber(value)).toBe(words);
});
