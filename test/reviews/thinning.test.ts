import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, isoDate, parseIsoDate } from '../../src/domain/day.ts';
import { type Backup, type BackupReason, backupName } from '../../src/reviews/backups.ts';
import { backupsToRemove } from '../../src/reviews/thinning.ts';

const MS_PER_DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / MS_PER_DAY);
const TODAY = parseIsoDate('2026-11-21') as Day;

function backup(day: Day, hour = 9, reason: BackupReason = 'daily'): Backup {
  const atMs = day * MS_PER_DAY + hour * 3_600_000;
  return { name: backupName(atMs, reason), atMs, reason };
}

function keptOf(backups: readonly Backup[], today = TODAY): Backup[] {
  const gone = new Set(backupsToRemove(backups, today, dayOf).map(({ name }) => name));
  return backups.filter(({ name }) => !gone.has(name));
}

const datesOf = (backups: readonly Backup[]) => backups.map(({ atMs }) => isoDate(dayOf(atMs)));

describe('thinning', () => {
  it('keeps a day each of two weeks, a week each of eight, and a month each for ever', () => {
    const everyDay = Array.from({ length: 400 }, (_, age) => backup(TODAY - age));
    expect(datesOf(keptOf(everyDay))).toEqual([
      ...Array.from({ length: 14 }, (_, age) => isoDate(TODAY - age)),
      ...['2026-11-01', '2026-10-31', '2026-10-25', '2026-10-18', '2026-10-11', '2026-10-04'],
      ...['2026-09-30', '2026-09-27', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30'],
      '2025-10-31',
    ]);
  });

  it.each([
    ['all of today and yesterday', [0, 0, 1, 1], [0, 0, 1, 1]],
    ['one of each day before', [2, 2, 3, 3, 3], [2, 3]],
    ['those of a clock that was wrong', [-400, -400, -3], [-400, -400, -3]],
  ])('keeps %s', (_what, ages, kept) => {
    const backups = ages.map((age, index) => backup(TODAY - age, index));
    expect(datesOf(keptOf(backups))).toEqual(kept.map((age) => isoDate(TODAY - age)));
  });

  it('keeps the newest of a day, whatever it was made for', () => {
    const backups = [backup(TODAY - 5, 8), backup(TODAY - 5, 10, 'import'), backup(TODAY - 5, 9)];
    expect(keptOf(backups)).toEqual([backups[1]]);
  });

  it('never touches what the learner asked for', () => {
    const backups = Array.from({ length: 9 }, (_, hour) => backup(TODAY - 99, hour, 'manual'));
    expect(keptOf(backups)).toEqual(backups);
  });

  it('day by day keeps the same as once at the end', () => {
    const ages = fc.uniqueArray(fc.record({ age: fc.nat(200), hour: fc.nat(23) }), {
      maxLength: 60,
      selector: ({ age, hour }) => `${age} ${hour}`,
    });
    fc.assert(
      fc.property(ages, (all) => {
        const backups = all.map(({ age, hour }) => backup(TODAY - age, hour));
        let kept: Backup[] = [];
        for (let day = TODAY - 200; day <= TODAY; day += 1)
          kept = keptOf([...kept, ...backups.filter(({ atMs }) => dayOf(atMs) === day)], day);
        const names = (some: readonly Backup[]) =>
          [...new Set(some.map(({ name }) => name))].sort();
        expect(names(kept)).toEqual(names(keptOf(backups)));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(1, backups.length));
      }),
    );
  });
});
