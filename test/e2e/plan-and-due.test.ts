import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';

describe('swelearn plan', () => {
  it('keeps the date and the minutes, and shows the days until then', () => {
    const home = temporaryDirectory();
    const { out, err, code } = runCli(
      ['plan', '--interview', 'in 3 weeks', '--minutes-per-day', '25'],
      { home },
    );
    expect([err, code]).toEqual(['', 0]);
    expect(out).toMatch(/^The interview is in 21 days, on \w+day \d+ \w+ \d{4}\.\n/);
    expect(out).toContain('at most 25 minutes a day');
    expect(out.match(/^ {2}(today|\w{3} \d\d \w{3}) /gm)).toHaveLength(21);
    expect(out).toContain('no promise');
    const { days, interview } = JSON.parse(runCli(['plan', '--json'], { home }).out);
    expect(days).toHaveLength(21);
    expect(interview).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(runCli(['plan', '--interview', 'none'], { home }).out).toContain(
      'There is no date of an interview',
    );
    expect(runCli(['due'], { home }).out).not.toContain('left');
  });

  it.each([
    [['--interview', '2020-01-01'], /--interview can't be 2020-01-01\n.*is over/],
    [['--interview', 'soon'], /--interview can't be soon\n.*write 2026-12-12/],
    [['--minutes-per-day', '0'], /--minutes-per-day can't be 0\n.*from 1 to 1440/],
  ])('refuses %j and changes nothing', (args, message) => {
    const home = temporaryDirectory();
    const { out, err, code } = runCli(['plan', ...args], { home });
    expect(err).toMatch(message);
    expect([out, code]).toEqual(['', 2]);
    expect(existsSync(join(home, 'state', 'config'))).toBe(false);
  });
});

describe('swelearn due', () => {
  it('prints one line without spaces at its end, and makes no history', () => {
    const home = temporaryDirectory();
    const { out, err, code } = runCli(['due'], { home });
    expect(out).toMatch(/^\d+ new\n$/);
    expect([err, code]).toEqual(['', 0]);
    expect(existsSync(join(home, 'state', 'data'))).toBe(false);
    runCli(['plan', '--interview', '+21'], { home });
    expect(runCli(['due'], { home }).out).toMatch(/^\d+ new, 21 days left\n$/);
    expect(JSON.parse(runCli(['due', '--json'], { home }).out)).toMatchObject({
      schema: 'swelearn.due/1',
      daysLeft: 21,
    });
  });

  it('tells in one line that the history can not be read', () => {
    const home = temporaryDirectory();
    mkdirSync(join(home, 'state', 'data'), { recursive: true });
    writeFileSync(join(home, 'state', 'data', 'progress.sqlite'), 'no database'.repeat(1000));
    const { out, err, code } = runCli(['due'], { home });
    expect(err).toMatch(/^swelearn: .*progress\.sqlite is damaged: .*\n$/);
    expect([out, code]).toEqual(['', 3]);
  });
});
