import type { Progress } from '../domain/progress.ts';

/**
 * Whether the last lapse makes a question a leech, or reminds of it: at the threshold, then after each half of it, as in
 * Anki's manual.
 */
export function isNewlyLeech({ memory }: Progress, threshold: number): boolean {
  const beyond = (memory?.lapses ?? 0) - threshold;
  return beyond >= 0 && beyond % Math.ceil(threshold / 2) === 0;
}
