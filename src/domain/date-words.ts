import { type Day, isoDate, parseIsoDate } from './day.ts';

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7 };
/** Every date comes back within so many years: the 29th of February may take eight. */
const YEARS_AHEAD = 8;

/** What may be written for a date, in words for the user. */
export const DATE_EXAMPLES = '2026-12-12, 12 Dec, in 3 weeks or +21';

/**
 * Reads a date as people write it: `2026-12-12`, `12 Dec`, `Dec 12 2026`, `in 3 weeks`, `+21`, `tomorrow`. Without a year it is
 * the next such date, today included. Undefined when it can't be read; a day that is over is read like any other.
 */
export function parseDateWords(text: string, today: Day): Day | undefined {
  const words = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  return parseIsoDate(words) ?? daysAhead(words, today) ?? namedMonth(words, today);
}

/** `Saturday 12 December 2026` */
export function longDate(day: Day): string {
  const [year, month, date] = partsOf(day);
  return `${weekdayOf(day)} ${date} ${MONTHS[month - 1]} ${year}`;
}

/** `Sat 21 Nov` */
export function shortDate(day: Day): string {
  return `${weekdayOf(day).slice(0, 3)} ${isoDate(day).slice(8)} ${shortMonth(day)}`;
}

/** `Nov` */
export function shortMonth(day: Day): string {
  const [, month] = partsOf(day);
  return (MONTHS[month - 1] ?? '').slice(0, 3);
}

/** `today`, `tomorrow`, `in 21 days`, `yesterday`, `5 days ago` */
export function daysFromNow(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `tomorrow`, `+21`, `in 3 weeks`, `2 months` */
function daysAhead(words: string, today: Day): Day | undefined {
  if (words === 'today') return today;
  if (words === 'tomorrow') return today + 1;
  const plus = /^\+ ?(\d{1,4})$/.exec(words);
  if (plus) return today + Number(plus[1]);
  const [, written, unit = ''] = /^(?:in )?(\d{1,3}|an?) (day|week|month)s?$/.exec(words) ?? [];
  if (written === undefined) return undefined;
  const count = /^\d/.test(written) ? Number(written) : 1;
  return unit === 'month' ? monthsAhead(today, count) : today + count * (DAYS_IN[unit] ?? 0);
}

/** The same date so many months later, or the last of that month where it is too short. */
function monthsAhead(today: Day, count: number): Day | undefined {
  const [year, month, date] = partsOf(today);
  const months = year * 12 + month - 1 + count;
  const dayOn = (each: number) => dayOf(Math.floor(months / 12), (months % 12) + 1, each);
  return dayOn(date) ?? dayOn(30) ?? dayOn(29) ?? dayOn(28);
}

/** `12 dec`, `december 12 2026` */
function namedMonth(words: string, today: Day): Day | undefined {
  const [, date, name = '', year] =
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,})\.?(?: (\d{4}))?$/.exec(words) ??
    swapped(/^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words));
  const month = MONTHS.findIndex((each) => each.toLowerCase().startsWith(name)) + 1;
  if (date === undefined || month === 0) return undefined;
  if (year !== undefined) return dayOf(Number(year), month, Number(date));
  const [thisYear] = partsOf(today);
  return Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) =>
    dayOf(thisYear + ahead, month, Number(date)),
  ).find((day) => day !== undefined && day >= today);
}

function swapped(found: readonly string[] | null): (string | undefined)[] {
  return found ? [found[0], found[2], found[1], found[3]] : [];
}

/** Day 0 was a Thursday. */
function weekdayOf(day: Day): string {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? '';
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = isoDate(day).split('-').map(Number);
  return [year, month, date];
}

/** Undefined for a date that there is not, such as the 30th of February. */
function dayOf(year: number, month: number, date: number): Day | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  return parseIsoDate(`${year}-${two(month)}-${two(date)}`);
}
