import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf } from '../../src/statistics/calibration.ts';

const said = (probability: number, recalled: boolean) => ({ probability, recalled, bin: 'a' });

describe('calibration', () => {
  it('sets what was said against what came, in steps of probability', () => {
    const calibration = calibrationOf([
      said(0.9, true),
      said(0.92, false),
      said(0.55, false),
      said(1, true),
    ]);
    expect(calibration?.steps).toMatchObject([
      { from: 0.5, to: 0.6, predicted: 0.55, recalled: { count: 0, of: 1 } },
      { from: 0.9, to: 0.95, predicted: 0.91, recalled: { count: 1, of: 2 } },
      { from: 0.95, to: 1, predicted: 1, recalled: { count: 1, of: 1 } },
    ]);
  });

  it('is unknown before anything was predicted', () => {
    expect(calibrationOf([])).toBeUndefined();
  });

  it('has every prediction in one step, and its mean within the step', () => {
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(probabilities, (some) => {
        const steps = calibrationOf(some.map((each) => said(each, true)))?.steps ?? [];
        expect(steps.reduce((sum, { recalled }) => sum + recalled.of, 0)).toBe(some.length);
        for (const { from, to, predicted } of steps) {
          expect(predicted).toBeGreaterThanOrEqual(from - 1e-9);
          expect(predicted).toBeLessThanOrEqual(to + 1e-9);
        }
      }),
    );
  });
});
