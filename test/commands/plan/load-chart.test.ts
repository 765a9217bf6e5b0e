import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barUnit, loadChart } from '../../../src/commands/plan/load-chart.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';
import { runs } from '../../fixtures/runs.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const load = (ahead: number, reviews: number, lastPass: number, fresh: number) => ({
  day: today + ahead,
  reviews,
  lastPass,
  fresh,
});

describe('the chart of the days ahead', () => {
  it('has a bar a day, its kinds told apart by their signs', () => {
    expect(loadChart([load(0, 0, 0, 5), load(1, 2.2, 0, 3), load(2, 4, 6, 0)], today, 60)).toEqual([
      'today       ············· 5',
      'Sun 22 Nov  ██████······· 5: 2 due, 3 new',
      'Mon 23 Nov  ██████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 10: 4 due, 6 last pass',
      '█ due   ▒ last pass   · new',
    ]);
  });

  it('leaves the parts out where there is little room, and kinds that there are none of', () => {
    expect(loadChart([load(0, 4, 0, 0), load(1, 8, 0, 0)], today, 25)).toEqual([
      'today       ██████ 4',
      'Sun 22 Nov  ███████████ 8',
      '█ due',
    ]);
  });

  it('shows many days by the mean day of each week', () => {
    const days = Array.from({ length: 32 }, (_, ahead) => load(ahead, ahead % 7, 0, 0));
    expect(barUnit(days)).toBe('week');
    const chart = loadChart(days, today, 60);
    expect(chart).toHaveLength(6);
    expect(chart[1]).toMatch(/^Sat 28 Nov {2}█+ 3$/);
  });

  it('is never wider than asked for, and empty days have no bar', () => {
    const amount = fc.double({ min: 0, max: 500, noNaN: true });
    const days = fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(days, fc.integer({ min: 24, max: 200 }), (loads, width) => {
        const chart = loadChart(
          loads.map((parts, ahead) => load(ahead, ...parts)),
          today,
          width,
        );
        expect(chart.filter((line) => line.length > width)).toEqual([]);
      }),
      runs(100),
    );
    expect(loadChart([load(0, 0, 0, 0)], today, 40)[0]).toBe('today   0');
  });
});
