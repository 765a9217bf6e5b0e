import { describe, expect, it } from 'vitest';
import {
  exponentialQuantile,
  normalQuantile,
  RandomStream,
} from '../../../src/simulator/engine/index.ts';
import { runs } from '../../fixtures/runs.ts';

const LAST = 1 - 2 ** -53;

describe('the quantiles of the exponential', () => {
  it('undo its distribution function', () => {
    for (const u of [0, 1e-9, 0.1, 0.5, 0.9, 0.999999])
      expect(1 - Math.exp(-exponentialQuantile(u))).toBeCloseTo(u, 14);
    expect(exponentialQuantile(LAST)).toBeCloseTo(53 * Math.LN2, 12);
  });
});

describe('the quantiles of the normal', () => {
  it('are those of the tables', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.99)).toBeCloseTo(2.3263478740408408, 14);
    expect(normalQuantile(0.07)).toBeCloseTo(-1.4757910281791706, 14);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 13);
    expect(normalQuantile(2 ** -53)).toBeCloseTo(-8.209536151601386, 13);
  });

  it('are finite for every draw, rise, and are symmetric', () => {
    const draws = [0, 2 ** -53, 1e-12, 0.01, 0.0749, 0.0751, 0.3, 0.5];
    const values = draws.map(normalQuantile);
    expect(values.every(Number.isFinite)).toBe(true);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    for (const u of [2 ** -53, 2 ** -10, 0.25])
      expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
  });

  it('give normal draws: the first four moments', () => {
    const stream = new RandomStream(1, 'normal');
    const count = runs(200_000).numRuns;
    const sums = [0, 0, 0, 0];
    for (let drawn = 0; drawn < count; drawn += 1) {
      const z = normalQuantile(stream.uniform());
      for (const power of [1, 2, 3, 4]) sums[power - 1] = (sums[power - 1] ?? 0) + z ** power;
    }
    const exact = [0, 1, 0, 3];
    const variances = [1, 2, 15, 96];
    for (const [index, sum] of sums.entries())
      expect(Math.abs(sum / count - (exact[index] ?? 0))).toBeLessThan(
        4 * Math.sqrt((variances[index] ?? 0) / count),
      );
  });
});
