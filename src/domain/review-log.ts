import type { Day } from './day.ts';
import type { ParameterSet } from './parameter-set.ts';
import type { Rating } from './rating.ts';

/** Where a rating was given. */
export type ReviewSource = 'quiz' | 'mock' | 'exercise' | 'import';

/** One line of the review log. Lines are only ever added: what a learner takes back is a line of its own. */
export type LogEntry = Review | Attempt | Change | Undo | Carry | NewWeights;

interface Stamp {
  /** Unique over all machines. */
  readonly id: string;
  /** Wall clock, in milliseconds since 1970-01-01T00:00Z. */
  readonly atMs: number;
  /** The wall clock, but never going back: the order in which entries count, with `id` where two are equal. */
  readonly orderMs: number;
  /** The learner's day, in the time zone where the entry was made. */
  readonly day: Day;
}

/** A question was answered and rated. */
export interface Review extends Stamp {
  readonly kind: 'review';
  readonly question: string;
  readonly rating: Rating;
  /** From the question's appearance to its rating, in milliseconds. */
  readonly durationMs: number;
  readonly source: ReviewSource;
  /** Days since the review before; null on the first. */
  readonly elapsedDays: number | null;
  /** The retrievability just before the answer, by the parameters then in use; null on the first. */
  readonly predicted: number | null;
  /** Of the wording that was answered. */
  readonly fingerprint: string;
  readonly parameters: ParameterSet;
}

/** An exercise was tried. What it is worth in the schedule is a review of its own; the attempt counts as long as that does. */
export interface Attempt extends Stamp, Outcome {
  readonly kind: 'attempt';
  /** Id of the exercise. */
  readonly question: string;
  /** Of what was asked then. */
  readonly fingerprint: string;
  /** From the story to the result, in milliseconds. */
  readonly durationMs: number;
  /** Id of its review. */
  readonly review: string;
}

/** How an exercise went, as it is remembered. */
export interface Outcome {
  readonly passed: boolean;
  /** How often it was tried: runs of a tune or of a program, names given in a diagnosis. */
  readonly tries: number;
  readonly hints: number;
  /** What was predicted, a line for each ask, with what came of it. */
  readonly predictions: readonly string[];
  /** The learner's own line of explanation; empty when there is none. */
  readonly explanation: string;
}

/** Something else that the learner decided about a question. */
export interface Change extends Stamp {
  /** `reset`: start again as if never seen. `keep`: the history holds for the new wording, too. */
  readonly kind: 'suspend' | 'resume' | 'reset' | 'keep';
  readonly question: string;
  /** Of the wording that was decided about. */
  readonly fingerprint: string;
}

/** A review or a change was taken back. */
export interface Undo extends Stamp {
  readonly kind: 'undo';
  readonly question: string;
  /** Id of the entry that no longer counts. */
  readonly undoes: string;
}

/** The author declared that `question` was called `from` before: its history goes on. */
export interface Carry extends Stamp {
  readonly kind: 'carry';
  readonly question: string;
  readonly from: string;
}

/** Trained weights: from here on they explain the whole history. */
export interface NewWeights extends Stamp {
  readonly kind: 'weights';
  readonly weights: readonly number[];
}
