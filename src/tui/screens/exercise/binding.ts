import type { Press } from './actions.ts';

/** Keys that mean something where the learner is: what they do, and what the help and the last line say of them. */
export interface Binding {
  readonly keys: readonly string[];
  readonly does: string;
  /** For the last line, where there is little room. */
  readonly hint?: string;
  readonly press: Press;
}
