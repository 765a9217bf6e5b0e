import type { Day } from '../domain/day.ts';

/** Seven days from a Monday on. */
export interface Week {
  readonly monday: Day;
  /** What is counted on each day, Monday first; undefined on days that are yet to come. */
  readonly counts: readonly (number | undefined)[];
}

/** The last weeks up to that of `today`, oldest first. */
export function weeksUntil(
  today: Day,
  weeks: number,
  countOn: (day: Day) => number | undefined,
): Week[] {
  const thisMonday = mondayBefore(today);
  return Array.from({ length: weeks }, (_, index) => {
    const monday = thisMonday - 7 * (weeks - 1 - index);
    const counts = Array.from({ length: 7 }, (_, place) =>
      monday + place > today ? undefined : (countOn(monday + place) ?? 0),
    );
    return { monday, counts };
  });
}

/** Day 0, 1970-01-01, was a Thursday. */
function mondayBefore(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}
