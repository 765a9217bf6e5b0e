import type { ParameterSet } from '../domain/parameter-set.ts';
import { defaultParameters } from './fsrs.ts';

/** What planning knows of how somebody learns. */
export interface Learner {
  /** By which FSRS expects recall. One object as long as nothing changes: schedulers are kept by it. */
  readonly parameters: ParameterSet;
  /** Seconds that a question takes in a day, the steps of a new or forgotten one included. */
  readonly secondsPerQuestion: number;
}

/** Before there is a history: a short spoken answer, a look at the right one, and now and then a step. */
export const averageLearner: Learner = { parameters: defaultParameters, secondsPerQuestion: 45 };
