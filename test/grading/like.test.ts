import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLike } from '../../src/grading/like.ts';

it.each([
  ['queue', 'queue', true],
  ['queu', 'queue', true],
  ['visibilty', 'visibility', true],
  ['visbilty', 'visibility', true],
  ['vsblty', 'visibility', false],
  ['invisible', 'visible', false],
  ['upper', 'under', false],
  ['fifa', 'fifo', false],
  ['sqs1', 'sqs2', false],
  ['120000', '12000', false],
])('%s for %s: %s', (typed, meant, like) => {
  expect(isLike(typed, meant)).toBe(like);
});

it('takes every word for itself', () => {
  fc.assert(fc.property(fc.string(), (word) => isLike(word, word)));
});
