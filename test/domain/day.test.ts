import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '../../src/domain/day.ts';

it.each([
  ['1970-01-01', 0],
  ['2026-11-21', 20_778],
  ['2024-02-29', 19_782],
  ['2025-02-29', undefined],
  ['2026-13-01', undefined],
  ['12 Dec', undefined],
  ['2026-1-1', undefined],
])('reads %s as day %s', (text, day) => {
  expect(parseIsoDate(text)).toBe(day);
});

it('writes what it reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
      expect(parseIsoDate(isoDate(day))).toBe(day);
    }),
  );
});
