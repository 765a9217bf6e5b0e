import type { Task } from '../../domain/question.ts';

/** An exercise put as a question, for when it comes back. All texts are Markdown without claims. */
export interface Posed {
  /** Of the run that is asked about; undefined where the exercise as it was tried is called to mind. */
  readonly seed: number | undefined;
  /** What is told before the question. */
  readonly story: string;
  readonly prompt: string;
  readonly task: Task;
  readonly answer: string;
}

/** What is drawn for one showing of a question. */
export interface Draw {
  readonly seed: number;
  /** How often the exercise came up before: its asks are put in turn. */
  readonly turn: number;
  /** Until it was passed, what solves it stays closed. */
  readonly isPassed: boolean;
}
