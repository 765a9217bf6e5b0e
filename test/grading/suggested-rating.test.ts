import { expect, it } from 'vitest';
import { ratingForOutcome, ratingForTicks } from '../../src/grading/suggested-rating.ts';

it.each([
  [4, 4, 3],
  [3, 4, 2],
  [2, 4, 2],
  [1, 4, 1],
  [0, 4, 1],
  [1, 1, 3],
  [0, 1, 1],
  [2, 3, 2],
  [1, 3, 1],
])('%i of %i key points suggest %i', (ticked, all, rating) => {
  expect(ratingForTicks(ticked, all)).toBe(rating);
});

it('a solved task suggests Good, another one Again', () => {
  expect([ratingForOutcome(true), ratingForOutcome(false)]).toEqual([3, 1]);
});
