import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../src/domain/day.ts';
import { weeksUntil } from '../../src/statistics/weeks.ts';

describe('weeks', () => {
  it.each([
    ['a Monday', '2026-11-16', 1],
    ['a Saturday', '2026-11-21', 6],
    ['a Sunday', '2026-11-22', 7],
  ])('end with that of %s, without the days to come', (_, date, days) => {
    const today = parseIsoDate(date) ?? Number.NaN;
    const weeks = weeksUntil(today, 2, (day) => (day === today ? 5 : undefined));
    const thisWeek: (number | undefined)[] = Array.from({ length: 7 }, (_, place) =>
      place < days ? 0 : undefined,
    );
    thisWeek[days - 1] = 5;
    expect(weeks).toEqual([
      { monday: parseIsoDate('2026-11-09'), counts: [0, 0, 0, 0, 0, 0, 0] },
      { monday: parseIsoDate('2026-11-16'), counts: thisWeek },
    ]);
  });

  it('have each day once, without a gap, on any day before 1970 or after', () => {
    const some = fc.integer({ min: -40_000, max: 40_000 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 60 }), (today, count) => {
        const days = weeksUntil(today, count, (day) => day).flatMap(({ counts }) => counts);
        const first = today - days.findIndex((_, place) => days[place] === today);
        expect(days).toEqual(
          days.map((_, place) => (first + place <= today ? first + place : undefined)),
        );
        expect(days).toHaveLength(7 * count);
        expect((((first + 3) % 7) + 7) % 7).toBe(0);
      }),
    );
  });
});
