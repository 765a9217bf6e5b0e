import type { Day } from './day.ts';

/** How the learner wants to study; kept as preferences. */
export interface StudySettings {
  /** The probability of recall at which a question comes back: above 0, below 1. */
  readonly desiredRetention: number;
  /** New questions a day while there is no interview date; with one, the plan decides. */
  readonly newPerDay: number;
  /** Reviews a day at most, those of new questions not counted. */
  readonly reviewsPerDay: number;
  /** The time to spend; null when it isn't limited. */
  readonly minutesPerDay: number | null;
  /** The day of the interview. */
  readonly interview: Day | null;
  /** Ids of the topics to learn; empty means all. */
  readonly topics: readonly string[];
  /** Delays within a day, e.g. `1m`, `10m`. */
  readonly learningSteps: readonly string[];
  readonly relearningSteps: readonly string[];
  /** Whether follow-ups of one parent wait until the next day after one of them was answered. */
  readonly burySiblings: boolean;
  /** Lapses after which a question is called a leech. */
  readonly leechThreshold: number;
}

export const defaultStudySettings: StudySettings = {
  desiredRetention: 0.9,
  newPerDay: 10,
  reviewsPerDay: 200,
  minutesPerDay: null,
  interview: null,
  topics: [],
  learningSteps: ['1m', '10m'],
  relearningSteps: ['10m'],
  burySiblings: true,
  leechThreshold: 8,
};
