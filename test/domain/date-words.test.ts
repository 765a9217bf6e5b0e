import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysFromNow,
  longDate,
  parseDateWords,
  shortDate,
  shortMonth,
} from '../../src/domain/date-words.ts';
import { isoDate, parseIsoDate } from '../../src/domain/day.ts';

const dayOf = (date: string) => parseIsoDate(date) ?? Number.NaN;
const today = dayOf('2026-11-21');
const read = (words: string, from = today) => {
  const day = parseDateWords(words, from);
  return day === undefined ? undefined : isoDate(day);
};

describe('a date as people write it', () => {
  it.each([
    ['2026-12-12', '2026-12-12'],
    ['  12 Dec ', '2026-12-12'],
    ['12 december', '2026-12-12'],
    ['12th Dec.', '2026-12-12'],
    ['December 12, 2026', '2026-12-12'],
    ['Dec 1st', '2026-12-01'],
    ['12 Dec 2027', '2027-12-12'],
    ['21 nov', '2026-11-21'],
    ['20 nov', '2027-11-20'],
    ['29 Feb', '2028-02-29'],
    ['in 3 weeks', '2026-12-12'],
    ['In a week', '2026-11-28'],
    ['10 days', '2026-12-01'],
    ['in 2 months', '2027-01-21'],
    ['+21', '2026-12-12'],
    ['+0', '2026-11-21'],
    ['today', '2026-11-21'],
    ['Tomorrow', '2026-11-22'],
    ['1 Nov 2026', '2026-11-01'],
  ])('%j is %s', (words, date) => {
    expect(read(words)).toBe(date);
  });

  it.each(['', 'soon', '31 Nov', '2026-02-30', '12', 'Dec', 'constructor', '12 xyz', 'in weeks'])(
    '%j is none',
    (words) => {
      expect(read(words)).toBeUndefined();
    },
  );

  it('a month after the 31st is the last of a shorter month', () => {
    expect(read('in a month', dayOf('2027-01-31'))).toBe('2027-02-28');
    expect(read('in 1 month', dayOf('2027-12-31'))).toBe('2028-01-31');
  });

  it('a date without its year lies ahead, by less than nine years', () => {
    const anyDay = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(anyDay, anyDay, (from, day) => {
        const words = longDate(day).split(' ').slice(1, 3).join(' ');
        const found = parseDateWords(words, from) ?? Number.NaN;
        expect(longDate(found)).toContain(` ${words} `);
        expect(found - from).toBeGreaterThanOrEqual(0);
        expect(found - from).toBeLessThan(9 * 366);
      }),
    );
  });
});

it.each([
  ['2026-11-21', 'Saturday 21 November 2026', 'Sat 21 Nov', 'Nov'],
  ['1970-01-01', 'Thursday 1 January 1970', 'Thu 01 Jan', 'Jan'],
  ['1969-12-31', 'Wednesday 31 December 1969', 'Wed 31 Dec', 'Dec'],
  ['2024-02-29', 'Thursday 29 February 2024', 'Thu 29 Feb', 'Feb'],
])('%s is %s in words, in short %s, in %s', (date, long, short, month) => {
  const day = dayOf(date);
  expect([longDate(day), shortDate(day), shortMonth(day)]).toEqual([long, short, month]);
});

it.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [21, 'in 21 days'],
  [-1, 'yesterday'],
  [-5, '5 days ago'],
])('%i days from now is %s', (days, words) => {
  expect(daysFromNow(days)).toBe(words);
});
