import { DAY, HOUR, MILLISECOND, MINUTE, type Micros, SECOND } from '../../engine/time.ts';

/** A moment as ISO 8601 in UTC with milliseconds, counted from the start of 1970: a run's first day is in that year. */
export function isoTime(time: Micros): string {
  const [year, month, day] = dateOf(Math.floor(time / DAY));
  const hours = Math.floor((time % DAY) / HOUR);
  const minutes = Math.floor((time % HOUR) / MINUTE);
  const seconds = Math.floor((time % MINUTE) / SECOND);
  const milliseconds = Math.floor((time % SECOND) / MILLISECOND);
  const date = `${year}-${padded(month, 2)}-${padded(day, 2)}`;
  return `${date}T${padded(hours, 2)}:${padded(minutes, 2)}:${padded(seconds, 2)}.${padded(milliseconds, 3)}Z`;
}

/** Counts in years that begin in March, so that the leap day comes last, and in eras of 400 years, which are all alike. */
function dateOf(daysSince1970: number): [year: number, month: number, day: number] {
  const days = daysSince1970 + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return [era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day];
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
