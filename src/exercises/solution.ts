import type { Setting } from '../domain/exercise.ts';
import type { Prepared } from './prepared.ts';

/** The settings with which all is well: for a predict that states none, what its scenario says. Undefined where there are none. */
export function solutionOf({ exercise, scenario }: Prepared): readonly Setting[] | undefined {
  const { task } = exercise;
  if (task.kind === 'code') return undefined;
  if (task.solution) return task.solution;
  return scenario.remedy.length > 0 ? scenario.remedy : undefined;
}
