import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { SimulationResult } from '../../simulator/scenario/index.ts';
import { problemIn } from '../problem-in.ts';
import { MOST_EVENTS } from './seeds.ts';

type Results = readonly SimulationResult[];

/** As it is shipped, an exercise must fail with every seed: who changes nothing must not pass by luck. */
export function mustFail(exercise: Exercise, results: Results): Problem[] {
  const lucky = results.find(passes);
  if (!lucky) return [];
  return [
    problemIn(
      exercise,
      `as shipped it passes its checks with seed ${lucky.seed}`,
      'make the checks stricter or the trouble worse, so that there is something to do',
    ),
  ];
}

/** With the solution it must pass with every seed. */
export function mustPass(exercise: Exercise, results: Results): Problem[] {
  const unlucky = results.find((result) => !passes(result));
  if (!unlucky) return [];
  const failed = unlucky.checks
    .filter(({ passed }) => !passed)
    .map(({ metric, got, wanted }) => `${metric} is ${got}, not ${wanted}`);
  return [
    problemIn(
      exercise,
      `with its solution and seed ${unlucky.seed} it fails: ${failed.join('; ')}`,
      'mend the solution, or leave the checks room for every seed',
    ),
  ];
}

/** A run must be over in two seconds. */
export function mustBeShort(exercise: Exercise, results: Results): Problem[] {
  const most = Math.max(0, ...results.map(({ events }) => events));
  if (most <= MOST_EVENTS) return [];
  return [
    problemIn(
      exercise,
      `a run takes ${most} steps, and at most ${MOST_EVENTS} end within two seconds`,
      'shorten runFor, or let less arrive',
    ),
  ];
}

function passes({ checks }: SimulationResult): boolean {
  return checks.every(({ passed }) => passed);
}
