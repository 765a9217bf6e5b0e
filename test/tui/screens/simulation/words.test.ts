import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../../../src/markdown/index.ts';
import { short } from '../../../../src/tui/screens/simulation/amount.ts';
import { checkLines, checkSummary } from '../../../../src/tui/screens/simulation/check-lines.ts';
import { watch } from '../../../../src/tui/screens/simulation/clock.ts';
import { gauge } from '../../../../src/tui/screens/simulation/gauge.ts';
import {
  PATIENCE_S,
  speedWords,
  startSpeed,
} from '../../../../src/tui/screens/simulation/speed.ts';
import type { CheckStanding } from '../../../../src/tui/screens/simulation/world.ts';
import { midway, over, reading } from './sample.ts';

it.each([
  [0, 0, '0:00'],
  [59_999_999, 1, '0:59.9'],
  [61_004_200, 3, '1:01.004'],
  [3_600_000_000, 0, '1:00:00'],
  [90_061_500_000, 1, '1d 01:01:01.5'],
  [-5, 3, '0:00.000'],
] as const)('%i microseconds with %i digits are %s', (micros, digits, words) => {
  expect(watch(micros, digits)).toBe(words);
});

it.each([
  [0, '0'],
  [9999, '9,999'],
  [12_480, '12.4k'],
  [999_999, '999k'],
  [1_234_567, '1.23M'],
  [5e9, '5.00G'],
  [0.25, '0.3'],
])('%d is written %s', (value, words) => {
  expect(short(value)).toBe(words);
});

it('begins at a speed at which the run takes at most a minute and a half', () => {
  const words = (seconds: number) => speedWords(startSpeed(seconds * 1e6, PATIENCE_S));
  expect([1, 90, 91, 900, 86_400, 1e9].map(words)).toEqual([
    '1x',
    '1x',
    '10x',
    '10x',
    '3600x',
    '36000x',
  ]);
});

describe('a gauge', () => {
  it('shows the parts one after the other, as a share of what is full', () => {
    expect(gauge(reading({ visible: 5, 'in flight': 3, delayed: 1 }, 10), 10)).toBe('█████▓▓▓▒·');
    expect(gauge(reading({}, 10), 5)).toBe('·····');
    expect(gauge(reading({ busy: 4 }, 4), 5)).toBe('█████');
  });

  it('shows all that is there, and is full only when it is', () => {
    expect(gauge(reading({ visible: 1, 'in flight': 1 }, 10_000), 10)).toBe('█▓········');
    expect(gauge(reading({ visible: 9999 }, 10_000), 10)).toBe('█████████·');
    expect(gauge(reading({ visible: 10_000, 'in flight': 1 }, 100), 4)).toBe('███▓');
  });

  it('is always as long as it should be', () => {
    const some = fc.record({ a: fc.nat(), b: fc.nat(), c: fc.nat(), d: fc.nat() });
    fc.assert(
      fc.property(some, fc.nat(), fc.integer({ min: 4, max: 80 }), (parts, full, columns) => {
        const bar = gauge(reading(parts, full), columns);
        expect(bar).toHaveLength(columns);
        const total = parts.a + parts.b + parts.c + parts.d;
        const isFull = total >= full && total > 0;
        expect(bar.includes('·')).toBe(!isFull);
        for (const [index, value] of Object.values(parts).entries())
          if (isFull) expect(bar.includes('█▓▒░'.charAt(index))).toBe(value > 0);
      }),
    );
  });
});

it.each([
  ['hhh', '✓ all 3 checks hold so far', '✓ all 3 checks hold'],
  ['hho', '2 of 3 checks hold so far, 1 is open', '2 of 3 checks hold, 1 is open'],
  ['ooh', '1 of 3 checks holds so far, 2 are open', '1 of 3 checks holds, 2 are open'],
  ['oo', '2 of 2 checks are open so far', '2 of 2 checks are open'],
  ['fhh', '✗ 1 of 3 checks fails so far, 2 hold', '✗ 1 of 3 checks fails, 2 hold'],
  ['ffh', '✗ 2 of 3 checks fail so far, 1 holds', '✗ 2 of 3 checks fail, 1 holds'],
  ['', '', ''],
])('checks that stand %s are told in a sentence', (letters, soFar, atTheEnd) => {
  const standings: Record<string, CheckStanding['standing']> = {
    h: 'holds',
    f: 'fails',
    o: 'open',
  };
  const checks = [...letters].map((letter) => ({
    label: 'lost, wanted exactly 0',
    got: '0',
    standing: standings[letter] ?? 'open',
  }));
  expect(checkSummary({ ...midway, checks }).text).toBe(soFar);
  expect(checkSummary({ ...over, checks }).text).toBe(atTheEnd);
});

it('what came of a run is told with its times beside the words, also in lines that go on', () => {
  const lines = [
    'lost is 1; it had to be exactly 0. Look at cake-7:',
    '1:02.345  baker 5 received cake-7 for the second time',
    '62.345 s  baker 5 received cake-7',
    '...',
  ];
  const told = checkLines({ ...over, checks: [], ended: { words: 'Over.', lines } }, 36);
  expect(told.map(lineText).slice(3)).toEqual([
    'lost is 1; it had to be exactly 0.',
    'Look at cake-7:',
    '1:02.345  baker 5 received cake-7',
    '          for the second time',
    '62.345 s  baker 5 received cake-7',
    '...',
  ]);
});
