import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedAmount } from '../../../src/exercises/amounts/typed-amount.ts';
import { formatMetric, type MetricUnit } from '../../../src/simulator/observers/index.ts';
import { runs } from '../../fixtures/runs.ts';

describe('a typed amount', () => {
  it.each<[string, MetricUnit, number]>([
    ['150', 'count', 150],
    ['1.5k', 'count', 1500],
    ['1,500', 'count', 1500],
    ['1 500', 'count', 1500],
    ['~2M', 'count', 2_000_000],
    ['about 40 orders', 'count', 40],
    ['40 ids.', 'count', 40],
    ['2 thousand', 'count', 2000],
    ['-3', 'count', -3],
    ['0', 'count', 0],
    ['2 min', 'duration', 120e6],
    ['250ms', 'duration', 250e3],
    ['1.5 hours', 'duration', 5400e6],
    ['1m30s', 'duration', 90e6],
    ['1 min 30 s', 'duration', 90e6],
    ['2 days', 'time', 172_800e6],
    ['40%', 'ratio', 0.4],
    ['40 percent', 'ratio', 0.4],
    ['0.4', 'ratio', 0.4],
    ['2/5', 'ratio', 0.4],
    ['$3.60', 'dollars', 3.6],
    ['3.60', 'dollars', 3.6],
    ['12 dollars', 'dollars', 12],
    ['20/s', 'rate', 20],
    ['300 / min', 'rate', 5],
    ['5 per second', 'rate', 5],
    ['120 orders per minute', 'rate', 2],
    ['20', 'rate', 20],
  ])('%j as a %s is %d', (typed, unit, value) => {
    const read = typedAmount(typed, unit);
    expect(read).toEqual({ ok: true, value: expect.closeTo(value, 6) });
  });

  it.each<[string, MetricUnit, string]>([
    ['', 'count', 'Type a number, e.g. 1500, 1,500 or 1.5k.'],
    ['many', 'count', '“many” can’t be read here. Type a number'],
    ['1,5', 'count', '“1,5” can’t be read here'],
    ['30 s', 'count', '“30 s” can’t be read here'],
    ['40%', 'count', '“40%” can’t be read here'],
    ['12 orders/s', 'count', '“12 orders/s” can’t be read here'],
    ['30', 'duration', '30 of what? Add a unit: 30 ms, 30 s or 30 min.'],
    ['30 parsecs', 'duration', '“30 parsecs” can’t be read here. Type a time with its unit'],
    ['2 min or so', 'duration', 'Type a time with its unit'],
    ['40', 'ratio', '40 is more than all. Type 40 %'],
    ['1/0', 'ratio', 'Type a share'],
    ['20/fortnight', 'rate', 'Type a rate, e.g. 20/s'],
    ['3 euros', 'dollars', 'Type dollars, e.g. $3.60'],
  ])('%j as a %s is refused with help', (typed, unit, why) => {
    const read = typedAmount(typed, unit);
    expect(read.ok ? '' : read.why).toContain(why);
  });

  it('is read in every way in which reports write it', () => {
    const units = fc.constantFrom<MetricUnit>('count', 'duration', 'ratio', 'dollars', 'rate');
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 10_000_000 }), (unit, amount) => {
        const value = unit === 'ratio' ? amount / 1e7 : amount;
        const written = formatMetric(value, unit);
        const read = typedAmount(written, unit);
        expect(read.ok && formatMetric(read.value, unit)).toBe(written);
      }),
      runs(200),
    );
  });

  it('never throws, whatever is typed', () => {
    const units = fc.constantFrom<MetricUnit>('count', 'duration', 'ratio', 'dollars', 'rate');
    fc.assert(
      fc.property(fc.string(), units, (typed, unit) => {
        const read = typedAmount(typed, unit);
        expect(read.ok ? Number.isFinite(read.value) : read.why.length > 0).toBe(true);
      }),
      runs(200),
    );
  });
});
