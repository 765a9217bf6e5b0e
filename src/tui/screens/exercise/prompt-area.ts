import type { Line } from '../../../markdown/index.ts';

/** What stands below the transcript, and the lines of it that must be seen. */
export interface PromptArea {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
  /** The line at which each option of a choice begins; empty where nothing is chosen. */
  readonly starts: readonly number[];
}
