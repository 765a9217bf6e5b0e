import type { Day } from '../domain/day.ts';
import type { DoneToday, Item } from './item.ts';

/** Days of the last pass, and the part of the whole time that it takes at most. */
const LAST_PASS_DAYS = 5;
const LAST_PASS_PART = 1 / 4;

/** The part of the whole time in which everything is met: what is met earlier can be asked again at longer distances. */
const FRESH_PART = 2 / 3;

/** The way to the interview, seen from one day before it. */
export interface Plan {
  readonly interview: Day;
  /** The first day on which what is learnt is met once more. */
  readonly passFrom: Day;
  readonly isLastPass: boolean;
  /** New questions to meet today, those already met included. */
  readonly freshToday: number;
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
  const begin = beginOf(items, today);
  const passFrom = interview - lastPassDays(interview - begin);
  const metBy = Math.min(passFrom, begin + Math.ceil((interview - begin) * FRESH_PART));
  const fresh = items.filter(({ progress }) => !progress?.memory && !progress?.suspended).length;
  const left = ([metBy, passFrom, interview].find((end) => today < end) ?? today) - today;
  return {
    interview,
    passFrom,
    isLastPass: today >= passFrom,
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
