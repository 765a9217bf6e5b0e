import { expect, it } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import { prepare, proofOf } from '../../src/exercises/index.ts';
import { Sandboxes } from '../../src/platform/sandbox.ts';
import { simulate } from './exercise.ts';
import { examples, shippedScenario } from './guide.ts';

it.each(examples())('the example $id does what it says', async (exercise) => {
  const { prepared } = prepare(exercise, shippedScenario);
  if (!prepared) throw new Error('it can’t be prepared');
  expect((await proofOf(prepared, simulate, new Sandboxes())).map(formatProblem)).toEqual([]);
});
