import type { Exercise } from '../../domain/exercise.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Prepared } from '../prepared.ts';
import { problemIn } from '../problem-in.ts';
import { readExercise, type ShippedScenario } from './scenario-text.ts';
import { taskTroubles } from './task-troubles.ts';

export interface Preparation {
  /** Undefined when there are problems. */
  readonly prepared: Prepared | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Makes an exercise ready to run: reads its scenario, and looks whether everything that the exercise names is there. Nothing is
 * run. Never throws.
 */
export function prepare(exercise: Exercise, shipped: ShippedScenario): Preparation {
  const { file, text, scenario, problems } = readExercise(exercise, shipped);
  if (!scenario) return { prepared: undefined, problems };
  const prepared = { exercise, scenario, file, text, changes: exercise.set };
  const found = taskTroubles(prepared).map(({ what, fix }) => problemIn(exercise, what, fix));
  return { prepared: found.length > 0 ? undefined : prepared, problems: found };
}
