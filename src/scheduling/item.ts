import type { Progress } from '../domain/progress.ts';
import type { QuestionOutline } from '../domain/question.ts';

/** A question of the library with where the learner stands; the scheduler's raw material. */
export interface Item {
  readonly question: QuestionOutline;
  /** Absent while there is no history. */
  readonly progress?: Progress;
}

/** What was done since the learner's day began. */
export interface DoneToday {
  /** Ids of the questions answered for the first time. */
  readonly fresh: ReadonlySet<string>;
  /** Ids of all questions answered. */
  readonly answered: ReadonlySet<string>;
  /** Ratings given to questions that were not new today. */
  readonly reviews: number;
  /** Time from questions to ratings. */
  readonly spentMs: number;
}

/** What waits to be done today, each list in the order of importance. */
export interface Work {
  /** Learning steps, due at a minute of today; also those whose minute is yet to come. */
  readonly learning: readonly { readonly id: string; readonly dueMs: number }[];
  /** Due today or before. */
  readonly reviews: readonly string[];
  /** Not due yet, but drawn early, because the interview is near. */
  readonly lastPass: readonly string[];
  /** New questions, unlocked, as many as today's share. */
  readonly fresh: readonly string[];
  /** What is left out, and why. */
  readonly left: {
    /** Due, but beyond today's cap. */
    readonly overCap: number;
    /** New, but beyond today's share. */
    readonly freshLater: number;
    /** New follow-ups whose parent is not known yet. */
    readonly locked: number;
    /** Waiting for tomorrow, because a sibling was answered today. */
    readonly buried: number;
    readonly suspended: number;
  };
}
