import { type Day, isoDate } from '../domain/day.ts';
import type { Backup } from './backups.ts';

/** Days for which every backup is kept, then one a day, then one a week; one a month is kept for ever. */
const ALL = 2;
const DAILY = 14;
const WEEKLY = 56;

/**
 * The backups that may go. Those that the learner asked for stay. Of a day, a week or a month the newest one stays, so that
 * thinning now and thinning later keep the same.
 */
export function backupsToRemove(
  backups: readonly Backup[],
  today: Day,
  dayOf: (atMs: number) => Day,
): Backup[] {
  const taken = new Set<string>();
  const isFirstOf = (period: string) => !taken.has(period) && taken.add(period);
  return backups
    .filter(({ reason }) => reason !== 'manual')
    .sort((a, b) => b.atMs - a.atMs)
    .filter(({ atMs }) => {
      const day = dayOf(atMs);
      const age = today - day;
      // Each is asked, because a backup that stands for its month stands for its day, too.
      const stands = [
        age < DAILY && isFirstOf(isoDate(day)),
        age < WEEKLY && isFirstOf(`week ${weekOf(day)}`),
        isFirstOf(isoDate(day).slice(0, 7)),
      ];
      return age >= ALL && !stands.some(Boolean);
    });
}

/** Weeks begin on Mondays; day 0 was a Thursday. */
function weekOf(day: Day): number {
  return Math.floor((day + 3) / 7);
}
