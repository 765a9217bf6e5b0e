import { expect, it } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import { proofOfQuestion } from '../../src/exercises/index.ts';
import { simulate } from './exercise.ts';
import { shippedScenario } from './guide.ts';
import { proofOfShipped } from './proof-of-shipped.ts';
import { shippedExercises, shippedSimulated } from './shipped.ts';

const programs = shippedExercises.filter(({ task }) => task.kind === 'code');

it.each(programs)('$id judges programs as it says with twenty seeds', async (exercise) => {
  expect(await proofOfShipped(exercise)).toEqual([]);
});

it.each(shippedSimulated)('$id has an answer for each of twenty draws', async (question) => {
  const problems = await proofOfQuestion(question, shippedScenario, simulate, 20);
  expect(problems.map(formatProblem)).toEqual([]);
});
