import type { Line } from '../../../markdown/index.ts';

/** What stands below the transcript, and the lines of it that must be seen. */
export interface PromptArea {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
}
