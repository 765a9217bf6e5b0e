import type { Calendar, Day } from '../domain/day.ts';

/** Local hour at which a learner's day begins. */
const FIRST_HOUR = 4;
const MS_PER_DAY = 86_400_000;

/**
 * The calendar of the machine's time zone. Days are counted by their local dates, so that a night on which clocks change
 * makes one day an hour shorter or longer, and no day is met twice or left out.
 */
export function localCalendar(nowMs: () => number): Calendar {
  return { nowMs, dayOf, startOf };
}

function dayOf(atMs: number): Day {
  const local = new Date(atMs);
  const date = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / MS_PER_DAY;
  return local.getHours() < FIRST_HOUR ? date - 1 : date;
}

function startOf(day: Day): number {
  const date = new Date(day * MS_PER_DAY);
  return new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    FIRST_HOUR,
  ).getTime();
}
