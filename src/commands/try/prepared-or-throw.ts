import type { Exercise } from '../../domain/exercise.ts';
import { compareProblems, formatProblem } from '../../domain/problem.ts';
import { UserError } from '../../domain/user-error.ts';
import { type Prepared, prepare } from '../../exercises/index.ts';
import type { TryGround } from './ground.ts';
import { shippedScenario } from './shipped-scenario.ts';

/** An exercise with its scenario read. Throws a UserError that lists its mistakes when it has any. */
export function preparedOrThrow(exercise: Exercise, { host, roots }: TryGround): Prepared {
  const { prepared, problems } = prepare(exercise, shippedScenario(host, roots));
  if (prepared) return prepared;
  throw new UserError(
    ['the exercise has mistakes', ...problems.toSorted(compareProblems).map(formatProblem)].join(
      '\n',
    ),
    '',
  );
}
