/**
 * A learner's day, counted from 1970-01-01 as day 0. It begins at 04:00 local time, so that what is answered past
 * midnight belongs to the evening before.
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The wall clock and the time zone of the learner. */
export interface Calendar {
  /** Milliseconds since 1970-01-01T00:00Z. */
  nowMs(): number;
  dayOf(atMs: number): Day;
  /** When a day begins, in milliseconds since 1970-01-01T00:00Z. */
  startOf(day: Day): number;
}

/** `2026-12-12` */
export function isoDate(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Reads `2026-12-12`; undefined for anything else, the 30th of February included. */
export function parseIsoDate(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;
  return Number.isInteger(day) && isoDate(day) === text ? day : undefined;
}
