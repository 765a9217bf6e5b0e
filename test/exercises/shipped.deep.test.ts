import { expect, it } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import { prepare, proofOf, proofOfQuestion } from '../../src/exercises/index.ts';
import type { Simulate } from '../../src/exercises/simulate.ts';
import { Sandboxes } from '../../src/platform/sandbox.ts';
import { simulate } from '../../src/simulator/scenario/index.ts';
import { shippedScenario } from './guide.ts';
import { shippedExercises, shippedSimulated } from './shipped.ts';

it.each(shippedExercises)('$id does what it says with twenty seeds', async (exercise) => {
  const { prepared } = prepare(exercise, shippedScenario);
  if (!prepared) throw new Error('it can’t be prepared');
  const problems = await proofOf(prepared, async (jobs) => jobs.map(simulate), new Sandboxes());
  expect(problems.map(formatProblem)).toEqual([]);
});

it.each(shippedSimulated)('$id has an answer for each of twenty draws', async (question) => {
  const run: Simulate = async (jobs) => jobs.map(simulate);
  const problems = await proofOfQuestion(question, shippedScenario, run, 20);
  expect(problems.map(formatProblem)).toEqual([]);
});
