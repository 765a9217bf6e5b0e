import { expect, it } from 'vitest';
import { isChoiceRight } from '../../src/grading/choice.ts';

const options = [{ correct: true }, { correct: false }, { correct: true }];

it.each([
  [[0, 2], true],
  [[0], false],
  [[0, 1, 2], false],
  [[], false],
])('choosing %j is right: %s', (chosen, right) => {
  expect(isChoiceRight(new Set(chosen), options)).toBe(right);
});
