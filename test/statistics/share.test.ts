import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/statistics/share.ts';

describe('a share', () => {
  // By the formula of the Wilson score interval, worked out by hand.
  it.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [90, 100, 0.8256, 0.9448],
    [1, 1, 0.2065, 1],
    [0, 0, 0, 1],
  ])('of %i in %i lies between %f and %f', (count, of, low, high) => {
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('lies in its range, and the range within 0 and 1; ten times as many cases make it narrower', () => {
    const cases = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.round(of * part);
        const { low, high } = shareOf(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / of + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
        const many = shareOf(10 * count, 10 * of);
        expect(many.high - many.low).toBeLessThan(high - low);
      }),
    );
  });
});
