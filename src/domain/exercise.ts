import type { Level } from './level.ts';

export type ExerciseKind = 'predict' | 'tune' | 'diagnose' | 'code';

/** A try-it exercise as its file states it; the exercises room runs it. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  /** Id of the topic card that it belongs to. */
  readonly topic: string;
  readonly kind: ExerciseKind;
  readonly level: Level;
  /** The story told before the run. Markdown. */
  readonly story: string;
  /** Shown after the run. Markdown. */
  readonly debrief: string;
  readonly file: string;
}
