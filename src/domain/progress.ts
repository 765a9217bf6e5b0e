import type { Day } from './day.ts';

/** What FSRS knows of a question that was answered at least once. */
export interface Memory {
  readonly state: 'Learning' | 'Review' | 'Relearning';
  /** Index of the learning or relearning step. */
  readonly step: number;
  /** Days until retrievability falls to 0.9. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastDay: Day;
  /** When it was answered last, in milliseconds since 1970-01-01T00:00Z. */
  readonly lastMs: number;
  /** 0 within a learning step. */
  readonly scheduledDays: number;
  readonly dueDay: Day;
  /** When a learning step ends; null when it is due on a day. */
  readonly dueMs: number | null;
}

/** Where a learner stands with one question: what its log entries add up to. */
export interface Progress {
  readonly question: string;
  /** Absent while the question is New. */
  readonly memory?: Memory;
  readonly suspended: boolean;
  /** Of the wording that the learner answered or decided about last. */
  readonly fingerprint: string;
  /** The day of the first answer since the question was New. */
  readonly firstDay?: Day;
}
