import { type Day, isoDate } from '../../domain/day.ts';
import type { Share } from '../../statistics/share.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** `Nov` */
export function monthName(day: Day): string {
  return MONTHS[Number(isoDate(day).slice(5, 7)) - 1] ?? '';
}

/** `Sat 21 Nov`. Day 0 was a Thursday. */
export function shortDate(day: Day): string {
  return `${WEEKDAYS[(day + 3) % 7]} ${isoDate(day).slice(8)} ${monthName(day)}`;
}

/** `95 s`, `12 min` or `3 h 05 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** `91 %`; a dash where there is nothing to share. */
export function percent({ count, of }: Share): string {
  return of === 0 ? '-' : `${Math.round((100 * count) / of)} %`;
}

/** `88-93 %` */
export function range({ low, high, of }: Share): string {
  return of === 0 ? '' : `${Math.round(100 * low)}-${Math.round(100 * high)} %`;
}
