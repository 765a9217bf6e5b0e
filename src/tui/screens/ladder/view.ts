import type { ExerciseKind } from '../../../domain/exercise.ts';

/** The exercises and how far the learner is with them. */
export interface LadderView {
  /** Those of a topic stand together, in the order in which they are best done. */
  readonly rows: readonly LadderRow[];
  /** Id of the one to do next; undefined when nothing is left. */
  readonly next: string | undefined;
}

export interface LadderRow {
  readonly id: string;
  readonly title: string;
  /** Id of the topic. */
  readonly topic: string;
  readonly topicTitle: string;
  readonly kind: ExerciseKind;
  readonly level: number;
  readonly minutes: number;
  /** `tried`: and not passed; `due`: it was passed once, and waits again. */
  readonly state: 'new' | 'tried' | 'passed' | 'due';
}

/** What was chosen, or the exit code. */
export type LadderEnd = { readonly id: string } | { readonly code: 0 | 130 };
