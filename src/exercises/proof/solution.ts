import type { TuneTask } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Prepared } from '../prepared.ts';
import { problemIn } from '../problem-in.ts';
import { turned } from '../tune/knob.ts';

/** The solution of a tune exercise must be one that a learner can find: with its knobs, within their ranges. */
export function mustBeInReach({ exercise }: Prepared, { knobs, solution }: TuneTask): Problem[] {
  return solution.flatMap(({ path, value }) => {
    const knob = knobs.find((each) => each.path === path);
    if (!knob)
      return problemIn(
        exercise,
        `the solution sets ${path}, which is no knob`,
        `add it to knobs, or solve it with ${knobs.map((each) => each.path).join(', ')}`,
      );
    const turn = turned(knob, value);
    return turn.ok
      ? []
      : problemIn(
          exercise,
          `the solution sets ${path} to ${value}: ${turn.why}`,
          'widen the range',
        );
  });
}
