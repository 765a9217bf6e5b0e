import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isGapRight } from '../../src/grading/gap.ts';

it.each([
  ['visible', 'visible', true],
  [' Visible. ', 'visible', true],
  ['visble', 'visible', true],
  ['invisible', 'visible', false],
  ['at most once', 'at-least-once', false],
  ['At least once', 'at-least-once', true],
  ['deadletter queue', 'dead-letter queue', true],
  ['not visible', 'visible', false],
  ['30', '30 s', false],
  ['30s', '30 s', true],
  ['31 s', '30 s', false],
  ['=>', '=>', true],
  ['>', '=>', false],
  ['', 'visible', false],
])('%j for %j: %s', (typed, hidden, right) => {
  expect(isGapRight(typed, hidden)).toBe(right);
});

it('what the author hid is always right', () => {
  fc.assert(fc.property(fc.string(), (hidden) => isGapRight(hidden, hidden)));
});
