import {
  DATE_EXAMPLES,
  daysFromNow,
  longDate,
  parseDateWords,
} from '../../../domain/date-words.ts';
import type { Day } from '../../../domain/day.ts';

/** What the learner said before the first question; each may be left open. */
export interface Answers {
  readonly interview: Day | null;
  readonly minutesPerDay: number | null;
  /** Ids; empty for all. */
  readonly topics: readonly string[];
}

/** What was written, read, or what is wrong with it in words for the learner. */
type Read<Value> = { readonly value: Value; readonly words: string } | { readonly trouble: string };

/** Nothing that is further away can be planned day by day. */
export const FARTHEST_DAYS = 366;
const MINUTES_IN_A_DAY = 1440;

export function readInterview(text: string, today: Day): Read<Day> {
  const day = parseDateWords(text, today);
  if (day === undefined) return { trouble: `that can't be read as a date: write ${DATE_EXAMPLES}` };
  const words = `${longDate(day)}, ${daysFromNow(day - today)}`;
  if (day < today) return { trouble: `${words}, is over: write a day to come` };
  if (day - today > FARTHEST_DAYS)
    return { trouble: `${words}, is more than a year away: set it when it is nearer` };
  return { value: day, words };
}

export function readMinutes(text: string): Read<number> {
  const minutes = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  if (minutes < 1 || minutes > MINUTES_IN_A_DAY)
    return { trouble: `write a number of minutes, from 1 to ${MINUTES_IN_A_DAY}` };
  return { value: minutes, words: minutes === 1 ? '1 minute a day' : `${minutes} minutes a day` };
}
