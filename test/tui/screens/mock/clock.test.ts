import { expect, it } from 'vitest';
import { minutesAndSeconds, timeLeft } from '../../../../src/tui/screens/mock/clock.ts';

it.each([
  [0, '0:00'],
  [59_499, '0:59'],
  [59_500, '1:00'],
  [245_000, '4:05'],
  [5_400_000, '90:00'],
  [-1000, '0:00'],
])('%i ms are %s', (ms, watch) => {
  expect(minutesAndSeconds(ms)).toBe(watch);
});

it.each([
  [1_800_000, '30:00 left', false],
  [1_799_001, '30:00 left', false],
  [1_799_000, '29:59 left', false],
  [120_001, '02:01 left', false],
  [120_000, 'last 2 minutes: 02:00', true],
  [1, 'last 2 minutes: 00:01', true],
  [0, 'time is over: finish this answer', true],
  [-5000, 'time is over: finish this answer', true],
])('%i ms before the end: %s', (leftMs, words, isClose) => {
  expect(timeLeft(leftMs, 0)).toEqual({ words, isClose });
});
