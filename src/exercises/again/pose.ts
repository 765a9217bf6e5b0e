import type { Exercise } from '../../domain/exercise.ts';
import type { ShippedScenario } from '../preparing/scenario-text.ts';
import type { Draw, Posed } from './posed.ts';
import { retold } from './retold.ts';
import { simulated } from './simulated.ts';

/**
 * Puts an exercise as a question: something to predict is asked about a run that was never seen, everything else is to be
 * recalled. This runs the scenario, up to twice. Undefined when the exercise can't be run.
 */
export function pose(exercise: Exercise, shipped: ShippedScenario, draw: Draw): Posed | undefined {
  return simulated(exercise, shipped, draw) ?? retold(exercise, shipped, draw);
}
