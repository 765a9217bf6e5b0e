import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../src/simulator/actors/arrivals.ts';
import { RandomStream, SECOND } from '../../../src/simulator/engine/index.ts';
import type { Arrivals } from '../../../src/simulator/settings/amounts.ts';
import { runs } from '../../fixtures/runs.ts';

describe('arrivals', () => {
  it('at a constant rate never drift: the n-th comes at n / rate', () => {
    const times = firstOf({ kind: 'constant', rate: 3 }, 300_000);
    expect(times.slice(0, 4)).toEqual([333_333, 666_667, 1_000_000, 1_333_333]);
    expect(times.at(-1)).toBe(100_000 * SECOND);
  });

  it('come all at once in a burst, and then no more', () => {
    expect(firstOf({ kind: 'burst', count: 3, at: 50 }, 9)).toEqual([50, 50, 50]);
  });

  it('come at exactly the moments of a trace, in the order of time', () => {
    expect(firstOf({ kind: 'trace', times: [5, 1, 5, 9] }, 9)).toEqual([1, 5, 5, 9]);
  });

  it.each<Arrivals>([
    { kind: 'constant', rate: 0 },
    { kind: 'poisson', rate: 0 },
    { kind: 'ramp', from: 0, to: 0, over: SECOND },
    { kind: 'spike', base: 0, peak: 0, at: SECOND, for: SECOND },
    { kind: 'burst', count: 0, at: 0 },
    { kind: 'trace', times: [] },
  ])('never come where there are none: %o', (arrivals) => {
    expect(firstOf(arrivals, 3)).toEqual([]);
  });

  it('end where a rate falls to nothing', () => {
    const ramp = firstOf({ kind: 'ramp', from: 100, to: 0, over: 10 * SECOND }, 100_000);
    const spike = firstOf({ kind: 'spike', base: 0, peak: 90, at: SECOND, for: SECOND }, 100_000);
    expect(ramp.at(-1)).toBeLessThanOrEqual(10 * SECOND);
    expect(ramp.length).toBeGreaterThan(400);
    expect(Math.min(...spike)).toBeGreaterThanOrEqual(SECOND);
    expect(Math.max(...spike)).toBeLessThanOrEqual(2 * SECOND);
  });

  /** The rate's integral at a time in seconds. */
  const expectations: [Arrivals, (seconds: number) => number][] = [
    [{ kind: 'poisson', rate: 700 }, (t) => 700 * t],
    [
      { kind: 'ramp', from: 100, to: 900, over: 10 * SECOND },
      (t) => (t < 10 ? 100 * t + 40 * t ** 2 : 5_000 + 900 * (t - 10)),
    ],
    [
      { kind: 'ramp', from: 900, to: 20, over: 10 * SECOND },
      (t) => (t < 10 ? 900 * t - 44 * t ** 2 : 4_600 + 20 * (t - 10)),
    ],
    [
      { kind: 'spike', base: 50, peak: 2_000, at: 4 * SECOND, for: 3 * SECOND },
      (t) => 50 * t + 1_950 * Math.min(3, Math.max(0, t - 4)),
    ],
  ];

  it.each(expectations)(
    'are a Poisson process with the rate that is asked for: %o',
    (arrivals, expected) => {
      const replications = runs(20).numRuns;
      const seconds = [1, 3, 4.5, 7, 9, 10, 12];
      const counts = seconds.map(() => 0);
      let squares = 0;
      for (let seed = 1; seed <= replications; seed += 1) {
        const times = until(arrivals, 12 * SECOND, seed);
        for (const [index, second] of seconds.entries())
          counts[index] = (counts[index] ?? 0) + times.filter((t) => t <= second * SECOND).length;
        squares += (times.length - expected(12)) ** 2;
      }
      for (const [index, second] of seconds.entries()) {
        const exact = expected(second) * replications;
        expect(Math.abs((counts[index] ?? 0) - exact)).toBeLessThan(4 * Math.sqrt(exact));
      }
      const dispersion = squares / replications / expected(12);
      expect(Math.abs(dispersion - 1)).toBeLessThan(4 * Math.sqrt(2 / replications));
    },
  );

  it('solve the integral of the rate exactly: unit steps of it take unit draws', () => {
    const expected = (t: number) => (t < 10 ? 900 * t - 44 * t ** 2 : 4_600 + 20 * (t - 10));
    const times = until({ kind: 'ramp', from: 900, to: 20, over: 10 * SECOND }, 60 * SECOND, 1);
    const stream = new RandomStream(1, 'arrivals');
    let sum = 0;
    for (const time of times) {
      sum -= Math.log(1 - stream.uniform());
      expect(Math.abs(expected(time / SECOND) - sum)).toBeLessThan(1e-3);
    }
  });

  it('never go back in time', () => {
    const rate = fc.double({ min: 0, max: 1e4, noNaN: true });
    const over = fc.integer({ min: 1, max: 100 * SECOND });
    fc.assert(
      fc.property(rate, rate, over, fc.nat(), (from, to, length, seed) => {
        const kinds: Arrivals[] = [
          { kind: 'ramp', from, to, over: length },
          { kind: 'spike', base: from, peak: to, at: length, for: length },
        ];
        for (const arrivals of kinds) {
          const times = firstOf(arrivals, 50, seed);
          expect(times.every(Number.isSafeInteger)).toBe(true);
          expect([...times].sort((a, b) => a - b)).toEqual(times);
        }
      }),
    );
  });
});

function firstOf(arrivals: Arrivals, count: number, seed = 1): number[] {
  return until(arrivals, Number.POSITIVE_INFINITY, seed, count);
}

function until(
  arrivals: Arrivals,
  end: number,
  seed: number,
  count = Number.POSITIVE_INFINITY,
): number[] {
  const next = arrivalsOf(arrivals, new RandomStream(seed, 'arrivals'));
  const times: number[] = [];
  for (let time = next(); time !== undefined && time <= end && times.length < count; time = next())
    times.push(time);
  return times;
}
