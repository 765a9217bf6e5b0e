import { describe, expect, it } from 'vitest';
import { duration, percent, range } from '../../../src/commands/stats/words.ts';
import { shareOf } from '../../../src/statistics/share.ts';

describe('words for numbers', () => {
  it.each([
    [0, '0 s'],
    [119_400, '119 s'],
    [119_600, '2 min'],
    [59.4 * 60_000, '59 min'],
    [59.6 * 60_000, '1 h 00 min'],
    [185 * 60_000, '3 h 05 min'],
  ])('%f ms are %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it.each([
    [8, 10, '80 %', '49-94 %'],
    [0, 0, '-', ''],
  ])('%i of %i is %s, within %s', (count, of, share, between) => {
    expect([percent(shareOf(count, of)), range(shareOf(count, of))]).toEqual([share, between]);
  });
});
