import type { Day } from '../domain/day.ts';
import type { DoneToday, Item } from './item.ts';

/** Days of the last pass, and the part of the whole time that it takes at most. */
const LAST_PASS_DAYS = 5;
const LAST_PASS_PART = 1 / 4;

/** Up to so many days, what is met sooner is known better on the day; beyond, it only costs more reviews. */
const SHORT_DAYS = 14;

/** The way to the interview, seen from one day before it. */
export interface Plan {
  readonly interview: Day;
  /** The first day on which what is learnt is met once more. */
  readonly passFrom: Day;
  readonly isLastPass: boolean;
  /** New questions to meet today, those already met included. */
  readonly freshToday: number;
  /** There is so little time that minutes left over are best spent on what is new. */
  readonly isShort: boolean;
}

/**
 * The plan on a day, or undefined when there is no interview to come. New questions, locked ones too, are spread over the
 * days before the last pass. Those that are still new then get the days that remain.
 */
export function planOn(
  today: Day,
  interview: Day | null,
  items: readonly Item[],
  done: DoneToday,
): Plan | undefined {
  if (interview === null || today > interview) return undefined;
  const daysInAll = interview - beginOf(items, today);
  const passFrom = interview - lastPassDays(daysInAll);
  const fresh = items.filter(({ progress }) => !progress?.memory && !progress?.suspended).length;
  const left = today < passFrom ? passFrom - today : interview - today;
  return {
    interview,
    passFrom,
    isLastPass: today >= passFrom,
    isShort: daysInAll <= SHORT_DAYS,
    freshToday: left === 0 ? 0 : Math.ceil((fresh + done.fresh.size) / left),
  };
}

/** The shorter the whole time, the shorter the last pass. */
function lastPassDays(daysInAll: number): number {
  return Math.min(LAST_PASS_DAYS, Math.floor(daysInAll * LAST_PASS_PART));
}

/** When the learner began with these questions. */
function beginOf(items: readonly Item[], today: Day): Day {
  return items.reduce((first, { progress }) => Math.min(first, progress?.firstDay ?? today), today);
}
