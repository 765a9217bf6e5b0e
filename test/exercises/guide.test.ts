import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import { prepare } from '../../src/exercises/index.ts';
import { examples, shippedScenario } from './guide.ts';

describe('the examples of the guide to exercises', () => {
  it('are one of each kind', () => {
    expect(examples().map(({ task }) => task.kind)).toEqual([
      'predict',
      'tune',
      'diagnose',
      'code',
    ]);
  });

  it.each(examples())('name only what is there: $id', (exercise) => {
    const { prepared, problems } = prepare(exercise, shippedScenario);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(prepared?.scenario.title).not.toBe('');
  });
});
