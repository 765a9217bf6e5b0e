import type { Day } from '../domain/day.ts';
import type { Review } from '../domain/review-log.ts';
import { groupBy } from '../scheduling/group-by.ts';

/** What answering took, in answers and in milliseconds. */
export interface TimeSpent {
  readonly answers: number;
  readonly spentMs: number;
}

/** Who takes longer went away from the question. */
const LONGEST_MS = 10 * 60_000;

export function timeSpent(reviews: readonly Review[]): TimeSpent {
  const spentMs = reviews.reduce((sum, review) => sum + timeOf(review), 0);
  return { answers: reviews.length, spentMs };
}

/** A day of a calendar, with what was done on it. */
export interface DaySpent extends TimeSpent {
  readonly day: Day;
}

/** Each of the days, both ends included, those without answers too. */
export function timeOnDays(reviews: readonly Review[], first: Day, last: Day): DaySpent[] {
  const byDay = groupBy(reviews, ({ day }) => day);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const day = first + index;
    return { day, ...timeSpent(byDay.get(day) ?? []) };
  });
}

function timeOf({ durationMs }: Review): number {
  return Math.min(LONGEST_MS, Math.max(0, durationMs));
}
