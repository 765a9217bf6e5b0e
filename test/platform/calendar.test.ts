import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src/platform/calendar.ts', import.meta.url));
const bundle = buildSync({ entryPoints: [source], bundle: true, format: 'cjs', write: false });
const code = bundle.outputFiles[0]?.text ?? '';

/** What the calendar says in a time zone: a process reads its zone once. */
function inZone<Result>(zone: string, expression: string): Result {
  const script = `${code};const calendar = module.exports.localCalendar(() => 0);
    const at = (text) => new Date(text).getTime();
    process.stdout.write(JSON.stringify(${expression}));`;
  const env = { ...process.env, TZ: zone };
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }));
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;

describe.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])(
  'in %s',
  (zone) => {
    it('a day begins at four in the morning', () => {
      const days = inZone(
        zone,
        '["2026-11-21T03:59:59", "2026-11-21T04:00:00", "2026-11-22T03:59:59"].map((text) => calendar.dayOf(at(text)))',
      );
      const day = dayNumber('2026-11-21');
      expect(days).toEqual([day - 1, day, day]);
    });

    it('no day is met twice and none left out over two years of hours, the nights of clock changes included', () => {
      const days = inZone<number[]>(
        zone,
        'Array.from({ length: 24 * 731 }, (_, hour) => calendar.dayOf(at("2026-01-01T12:00:00") + hour * 3600000))',
      );
      const steps = new Set(days.slice(1).map((day, index) => day - (days[index] ?? 0)));
      expect([...steps].sort()).toEqual([0, 1]);
      expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeGreaterThanOrEqual(730);
    });

    it('a day begins where it says', () => {
      const wrong = inZone(
        zone,
        'Array.from({ length: 800 }, (_, day) => 20700 + day).filter((day) => calendar.dayOf(calendar.startOf(day)) !== day || calendar.dayOf(calendar.startOf(day) - 1) !== day - 1)',
      );
      expect(wrong).toEqual([]);
    });
  },
);
