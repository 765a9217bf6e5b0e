import { expect, it } from 'vitest';
import { withBriefNumbers } from '../../../src/exercises/dialogue/brief-numbers.ts';

it.each([
  ['802.813 ms', '803 ms'],
  ['5.481 s', '5.48 s'],
  ['359.6 ms to 12.345 s', '360 ms to 12.3 s'],
  ['9.999 s', '10 s'],
  ['1,234,567.8', '1,234,568'],
  ['999.9/s', '1,000/s'],
  ['12.34 %', '12.3 %'],
  ['$1,234.56', '$1,235'],
])('shortens %s to %s', (words, short) => {
  expect(withBriefNumbers(words)).toBe(short);
});

it.each(['1,234', '12,345 items', '$12.34', '$0.000012', '0.25', '5.48 s', '99.96 %', 'none'])(
  'leaves %s as it is',
  (words) => {
    expect(withBriefNumbers(words)).toBe(words);
  },
);

it('never makes a number look like the one that it fails to reach', () => {
  expect(withBriefNumbers('1.0004 s', 'below 1 s')).toBe('1.0004 s');
  expect(withBriefNumbers('1.2344 s', 'below 1.234 s')).toBe('1.2344 s');
  expect(withBriefNumbers('1.2367 s', 'below 1.234 s')).toBe('1.237 s');
});
