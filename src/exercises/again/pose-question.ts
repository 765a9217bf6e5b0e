import type { SimulatedQuestion } from '../../domain/question.ts';
import type { ShippedScenario } from '../preparing/scenario-text.ts';
import { drawnExercise } from './drawn.ts';
import type { Posed } from './posed.ts';
import { simulated } from './simulated.ts';

/** Puts a simulated question about the run that a seed draws. This runs it. Undefined when it can't be run. */
export function poseQuestion(
  question: SimulatedQuestion,
  shipped: ShippedScenario,
  seed: number,
): Posed | undefined {
  return simulated(drawnExercise(question, seed), shipped, { seed, turn: 0 });
}
