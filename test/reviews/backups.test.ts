import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, backupsAmong } from '../../src/reviews/backups.ts';

describe('names of backups', () => {
  it('say when and why', () => {
    expect(backupName(Date.UTC(2026, 10, 21, 9, 15), 'daily')).toBe(
      'progress-2026-11-21-091500-daily.sqlite',
    );
  });

  it('are read as they were written', () => {
    const times = fc.integer({ min: 0, max: 8e9 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(times, (atMs) => {
        const name = backupName(atMs, 'import');
        expect(backupsAmong([name])).toEqual([{ name, atMs, reason: 'import' }]);
      }),
    );
  });

  it('sort by time, and other files are no backups', () => {
    const names = [1, 3, 2].map((hour) => backupName(hour * 3_600_000, 'manual'));
    const others = [
      'notes.txt',
      `${names[0]}.new`,
      `${names[0]}-wal`,
      'progress-2026-13-41-000000-daily.sqlite',
      'progress-2026-11-21-000000-because.sqlite',
    ];
    expect(backupsAmong([...names, ...others]).map(({ name }) => name)).toEqual([
      names[1],
      names[2],
      names[0],
    ]);
  });
});
