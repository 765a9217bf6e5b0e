import type { Exercise, Setting } from '../domain/exercise.ts';
import type { Scenario } from '../simulator/settings/scenario.ts';

/** An exercise whose scenario is read, so that it can be run. */
export interface Prepared {
  readonly exercise: Exercise;
  /** As the exercise ships it. */
  readonly scenario: Scenario;
  /** What it was read from, for runs on other threads. */
  readonly file: string;
  readonly text: string;
  /** What the exercise changes in it. */
  readonly changes: readonly Setting[];
}
