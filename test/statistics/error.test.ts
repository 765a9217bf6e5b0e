import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLoss, rmseBins } from '../../src/statistics/error.ts';
import type { Prediction } from '../../src/statistics/prediction.ts';

const said = (probability: number, recalled: boolean, bin = 'a'): Prediction => ({
  probability,
  recalled,
  bin,
});
const predictions = fc.array(
  fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    recalled: fc.boolean(),
    bin: fc.constantFrom('a', 'b', 'c'),
  }),
  { minLength: 1 },
);

describe('log loss', () => {
  it('is the mean of minus the logarithms', () => {
    // (-ln 0.8 - ln 0.5) / 2
    expect(logLoss([said(0.8, true), said(0.5, false)])).toBeCloseTo(0.458145, 6);
  });

  it.each([
    [1, false],
    [0, true],
  ])('costs 9.21 when %f was said and recalled is %s', (probability, recalled) => {
    expect(logLoss([said(probability, recalled)])).toBeCloseTo(9.21034, 5);
  });

  it('is least for the true share among all constants', () => {
    const outcomes = [true, true, true, false];
    const lossOf = (constant: number) => logLoss(outcomes.map((each) => said(constant, each)));
    for (const constant of [0.5, 0.7, 0.8, 0.9])
      expect(lossOf(constant)).toBeGreaterThan(lossOf(0.75));
  });
});

describe('RMSE(bins)', () => {
  it('weighs the squared distance in each bin with its count', () => {
    const some = [
      ...[true, true, true, false].map((recalled) => said(0.85, recalled, 'a')),
      ...[true, false].map((recalled) => said(0.8, recalled, 'b')),
    ];
    // Off by 0.1 in a bin of 4, by 0.3 in a bin of 2: sqrt((4 * 0.01 + 2 * 0.09) / 6)
    expect(rmseBins(some)).toBeCloseTo(0.191485, 6);
  });

  it('is not lowered by predicting the average where bins differ', () => {
    const some = [said(0.5, true, 'easy'), said(0.5, false, 'hard')];
    expect(rmseBins(some)).toBe(0.5);
  });
});

describe('both', () => {
  it('are numbers from 0 up, RMSE(bins) at most 1, whatever is predicted', () => {
    fc.assert(
      fc.property(predictions, (some) => {
        expect(logLoss(some)).toBeGreaterThanOrEqual(0);
        expect(logLoss(some)).toBeLessThan(9.3);
        expect(rmseBins(some)).toBeGreaterThanOrEqual(0);
        expect(rmseBins(some)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
