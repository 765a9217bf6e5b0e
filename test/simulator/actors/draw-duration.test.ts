import { mean, quantile, sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { durationOf } from '../../../src/simulator/actors/draw-duration.ts';
import { RandomStream } from '../../../src/simulator/engine/index.ts';
import type { Duration } from '../../../src/simulator/settings/amounts.ts';
import { runs } from '../../fixtures/runs.ts';

const DRAWS = runs(100_000).numRuns;

describe('durations', () => {
  it('are constant, or come in order and then from the start again', () => {
    expect(drawn({ kind: 'constant', value: 7 }, 3)).toEqual([7, 7, 7]);
    expect(drawn({ kind: 'sequence', values: [3, 1, 2] }, 7)).toEqual([3, 1, 2, 3, 1, 2, 3]);
  });

  it.each<[string, Duration, number, number, number]>([
    ['exponential', { kind: 'exponential', mean: 40_000 }, 40_000, 40_000 ** 2, 9],
    [
      'uniform, both ends included',
      { kind: 'uniform', min: 10, max: 14 },
      12,
      (5 ** 2 - 1) / 12,
      1.7,
    ],
    ['empirical', { kind: 'empirical', values: [0, 0, 0, 100] }, 25, 1_875, 2.4],
    [
      'lognormal',
      { kind: 'lognormal', p50: 40_000, p99: 300_000 },
      ...lognormalMoments(40_000, 300_000),
    ],
  ])(
    'have the mean and the variance of their distribution: %s',
    (_, duration, m, variance, kurtosis) => {
      const values = drawn(duration, DRAWS);
      expect(Math.abs(mean(values) - m)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
      expect(Math.abs(sampleVariance(values) / variance - 1)).toBeLessThan(
        4 * Math.sqrt((kurtosis - 1) / DRAWS),
      );
      expect(values.every(Number.isSafeInteger)).toBe(true);
    },
  );

  it('give on every machine what they gave on the first', () => {
    expect(drawn({ kind: 'exponential', mean: 1_000_000_000 }, 4)).toEqual([
      950_565_305, 368_694_325, 822_027_795, 341_993_742,
    ]);
    expect(drawn({ kind: 'lognormal', p50: 40_000_000, p99: 300_000_000 }, 4)).toEqual([
      10_801_883, 190_302_731, 110_361_118, 33_093_638,
    ]);
    expect(drawn({ kind: 'uniform', min: 5, max: 1_000_000_000 }, 4)).toEqual([
      707_607_801, 289_040_500, 191_478_518, 950_798_760,
    ]);
  });

  it('have the percentiles that a lognormal is given by', () => {
    const values = drawn({ kind: 'lognormal', p50: 40_000, p99: 300_000 }, DRAWS);
    expect(quantile(values, 0.5) / 40_000).toBeCloseTo(1, 1);
    expect(quantile(values, 0.99) / 300_000).toBeCloseTo(1, 1);
    expect(drawn({ kind: 'lognormal', p50: 5_000, p99: 5_000 }, 3)).toEqual([5_000, 5_000, 5_000]);
  });

  it('reach both ends of a uniform, and no further', () => {
    expect(new Set(drawn({ kind: 'uniform', min: 3, max: 5 }, 1_000))).toEqual(new Set([3, 4, 5]));
    expect(drawn({ kind: 'uniform', min: 3, max: 3 }, 2)).toEqual([3, 3]);
  });

  it('take one draw each, so that runs with other settings stay in step', () => {
    const nextAfter = (duration: Duration) => {
      const stream = new RandomStream(1, 'step');
      durationOf(duration)(stream);
      return stream.uniform();
    };
    const expected = nextAfter({ kind: 'exponential', mean: 1 });
    expect(nextAfter({ kind: 'uniform', min: 0, max: 3_000_000_000 })).toBe(expected);
    expect(nextAfter({ kind: 'lognormal', p50: 1, p99: 9 })).toBe(expected);
  });
});

function drawn(duration: Duration, count: number): number[] {
  const stream = new RandomStream(1, duration.kind);
  const draw = durationOf(duration);
  return Array.from({ length: count }, () => draw(stream));
}

/** Mean, variance and kurtosis. */
function lognormalMoments(p50: number, p99: number): [number, number, number] {
  const variance = (Math.log(p99 / p50) / 2.3263478740408408) ** 2;
  const w = Math.exp(variance);
  return [p50 * Math.sqrt(w), p50 ** 2 * w * (w - 1), w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3];
}
