import type { Day } from '../domain/day.ts';
import { retrievability } from './fsrs.ts';
import type { Item } from './item.ts';

/** The probability that a question is recalled on a day; 0 for one that was never met. */
export function recallOn(day: Day, { progress }: Item, weights: readonly number[]): number {
  return progress?.memory ? retrievability(progress.memory, day, weights) : 0;
}
