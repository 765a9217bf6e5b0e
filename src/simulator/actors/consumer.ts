import type { Micros } from '../engine/time.ts';

/** What a run asks of every kind of consumer. */
export interface Consumer {
  start(): void;
  /** Whether nothing is left for it to do. */
  isQuiet(now: Micros): boolean;
}
