import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import { collect, planSweep } from '../../../src/simulator/scenario/sweep.ts';
import { sweepValues } from '../../../src/simulator/scenario/sweep-values.ts';

describe('sweepValues', () => {
  it.each([
    ['10,20,50', 4, ['10', '20', '50']],
    ['1s, 5s', 4, ['1s', '5s']],
    ['leave', 4, ['leave']],
    ['{ constant: 1/s },{ poisson: 1/s }', 4, ['{ constant: 1/s }', '{ poisson: 1/s }']],
    ['[1s,2s],[3s]', 4, ['[1s,2s]', '[3s]']],
    ['1..4', 20, ['1', '2', '3', '4']],
    ['1..61', 4, ['1', '21', '41', '61']],
    ['1..61 3', 20, ['1', '31', '61']],
    ['60s..1s 3', 20, ['60s', '31s', '1s']],
    ['0.1..0.3', 3, ['0.1', '0.2', '0.3']],
    ['0.5%..2%', 4, ['0.5%', '1%', '1.5%', '2%']],
    ['10/s .. 30/s', 3, ['10/s', '20/s', '30/s']],
    ['1..1000 log 4', 20, ['1', '10', '100', '1000']],
    ['10ms..1000ms log 3', 20, ['10ms', '100ms', '1000ms']],
    ['0.01..1 log 3', 20, ['0.01', '0.1', '1']],
    ['1..8 log', 4, ['1', '2', '4', '8']],
    ['-1..1 3', 20, ['-1', '0', '1']],
  ])('%s by %d', (text, steps, values) => {
    expect(sweepValues(text, steps)).toEqual(values);
  });

  it.each([
    ['', 4, '“” is no range of values'],
    ['1,,2', 4, '“1,,2” is no range of values'],
    ['1..', 4, '“1..” is no range of values'],
    ['a..b', 4, '“a..b” is no range of values'],
    ['1...5', 4, '“1...5” is no range of values'],
    ['1s..60', 4, '1s..60 has two units'],
    ['1..60 1', 4, '1..60 1 can’t have 1 values'],
    ['1..60 1001', 4, '1..60 1001 can’t have 1001 values'],
    ['0..60 log', 4, '0..60 log can’t be logarithmic'],
  ])('can’t be %j', (text, steps, message) => {
    expect(() => sweepValues(text, steps)).toThrow(UserError);
    expect(() => sweepValues(text, steps)).toThrow(message);
  });

  it('begins and ends where it was told, rises, and is whole between whole ends', () => {
    const ends = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(
        ends,
        fc.integer({ min: 2, max: 50 }),
        fc.constantFrom('', ' log'),
        (two, steps, log) => {
          const [low = 0, high = 0] = two.toSorted((a, b) => a - b);
          const values = sweepValues(`${low}s..${high}s${log}`, steps).map((value) =>
            Number(value.slice(0, -1)),
          );
          expect([values[0], values.at(-1)]).toEqual([low, high]);
          expect(values.every(Number.isInteger)).toBe(true);
          expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
          expect(values.length).toBeLessThanOrEqual(steps);
        },
      ),
    );
  });
});

describe('a sweep', () => {
  it('runs every value with every seed', () => {
    expect(planSweep(['1s', '2s'], [7, 8])).toEqual([
      { place: 0, value: '1s', seed: 7 },
      { place: 0, value: '1s', seed: 8 },
      { place: 1, value: '2s', seed: 7 },
      { place: 1, value: '2s', seed: 8 },
    ]);
  });

  it('gives a point a value, whatever the order in which the runs ended', () => {
    const results = planSweep(['1s', '2s', '3s'], [1, 2]).map((job) => ({
      job,
      metric: job.value === '3s' ? undefined : 0.1 * (job.place + 1) * job.seed,
    }));
    const points = collect(results);
    expect(points.map(({ value, runs, min, max }) => [value, runs, min, max])).toEqual([
      ['1s', 2, 0.1, 0.2],
      ['2s', 2, 0.2, 0.4],
      ['3s', 2, undefined, undefined],
    ]);
    expect(points[0]?.mean).toBeCloseTo(0.15, 12);
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: results.length }), (shuffled) => {
        expect(collect(shuffled)).toEqual(points);
      }),
    );
  });
});
