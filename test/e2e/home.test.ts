import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { harbourDeck } from './deck.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const wrapped = (command: string) => `echo before; ${command}; echo "code $?"`;
const ASKS_DATE = 'When is your interview?';
const HOME_KEYS = /Enter quiz .*q quit$/m;
const CTRL_C = '\u0003';
const ESCAPE = '\u001b';

/** A terminal with a state directory that can be looked at. */
function opened(command: string, size = { columns: 80, rows: 24 }, state = temporaryDirectory()) {
  const env = { SWELEARN_HOME: state };
  const terminal = new Terminal(wrapped(command), { ...size, cwd: harbourDeck(), env });
  return { terminal, state };
}

describe('the first run', { timeout: 30_000 }, () => {
  it('asks for a date, minutes and topics, opens the first card, and then shows today', async () => {
    const { terminal, state } = opened('swelearn');
    await terminal.waitForText(ASKS_DATE);
    terminal.press('in 3 weeks');
    await terminal.waitForText(', in 21 days');
    terminal.press('\r');
    await terminal.waitForText('How many minutes a day?');
    terminal.press('\r');
    await terminal.waitForText('Which topics?');
    terminal.press('\r');
    await terminal.waitForText(/\? keys {2}q quit$/m);
    terminal.press('q');
    await terminal.waitForText('the interview is in 21 days');
    terminal.press('q');
    await terminal.waitForText('code 0');
    expect(terminal.buffer).toBe('normal');
    const kept = JSON.parse(readFileSync(join(state, 'config', 'preferences.json'), 'utf8'));
    expect(kept).toMatchObject({ minutesPerDay: 20, topics: [] });
    expect(kept.interview).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is skipped by Escape, and is not asked again', async () => {
    const { terminal, state } = opened('swelearn');
    await terminal.waitForText(ASKS_DATE);
    terminal.press(ESCAPE);
    await terminal.waitForText('How many minutes a day?');
    terminal.press(ESCAPE);
    await terminal.waitForText('Which topics?');
    terminal.press(ESCAPE);
    await terminal.waitForText(/\? keys {2}q quit$/m);
    terminal.press('q');
    await terminal.waitForText(HOME_KEYS);
    terminal.press('q');
    await terminal.waitForText('code 0');
    const again = opened('swelearn', undefined, state).terminal;
    await again.waitForText(HOME_KEYS);
    again.press(CTRL_C);
    await again.waitForText('code 130');
  });

  it('is still to come for who began with an exercise', async () => {
    const tried = 'printf "40\\n9\\n3\\n\\nq\\n" | swelearn --plain try after-ten-minutes-away';
    const { terminal, state } = opened(`${tried} | grep due; swelearn`);
    await terminal.waitForText(ASKS_DATE);
    expect(existsSync(join(state, 'data', 'progress.sqlite'))).toBe(true);
    terminal.press(CTRL_C);
    await terminal.waitForText('code 130');
    expect(terminal.text).toContain('due again in 1 minute');
  });

  it('is left by Ctrl-C with nothing written', async () => {
    const { terminal, state } = opened('swelearn');
    await terminal.waitForText(ASKS_DATE);
    terminal.press('12 dec\r');
    await terminal.waitForText('How many minutes a day?');
    terminal.press(CTRL_C);
    await terminal.waitForText('code 130');
    expect(terminal.lines[0]).toBe('before');
    expect(existsSync(join(state, 'config', 'preferences.json'))).toBe(false);
    expect(existsSync(join(state, 'data', 'progress.sqlite'))).toBe(false);
  });
});

describe('home', { timeout: 30_000 }, () => {
  const begun = 'swelearn plan --interview +21 >/dev/null; swelearn';

  it('shows reports and topics, and comes back from each', async () => {
    const { terminal } = opened(begun);
    await terminal.waitForText('the interview is in 21 days');
    terminal.press('p');
    await terminal.waitForText('The last pass begins on');
    terminal.resize(60, 24);
    // There is no room for the parts in numbers any more.
    await terminal.waitFor(({ text }) => text.includes('today ') && !/ due, \d+ new/.test(text));
    terminal.press('q');
    await terminal.waitForText('Known on the day, as of now');
    terminal.press('t');
    await terminal.waitForText('there are no answers yet');
    terminal.press(ESCAPE);
    await terminal.waitForText('Known on the day, as of now');
    terminal.press('l');
    await terminal.waitForText('What do you want to read?');
    terminal.press(ESCAPE);
    await terminal.waitForText('Known on the day, as of now');
    terminal.press('x');
    await terminal.waitForText(/Exercises .*0 of \d+ done/);
    terminal.press('q');
    await terminal.waitForText('Known on the day, as of now');
    terminal.press('?');
    await terminal.waitForText('an interview against the clock');
    terminal.press('q');
    await terminal.waitForText('Known on the day, as of now');
    terminal.press('s');
    await terminal.waitForText(/\? keys {2}q quit$/m);
    terminal.press(CTRL_C);
    await terminal.waitForText('code 130');
    expect(terminal.lines[0]).toBe('before');
    expect(terminal.isCursorShown).toBe(true);
  });

  it('counts anew after an answer', async () => {
    const { terminal } = opened(begun);
    await terminal.waitForText(/^ {2}\d+ new/m);
    const [, before] = /(\d+) new/.exec(terminal.text) ?? [];
    terminal.press('\r');
    await terminal.waitForText('Space show');
    terminal.press(' ');
    await terminal.waitFor(({ text }) => text.includes('4 Easy') && !text.includes('Space show'));
    terminal.press('4');
    await terminal.waitFor(
      ({ text }) => text.includes('Space show') && text.includes(`${Number(before) - 1} new`),
    );
    terminal.press('q');
    await terminal.waitForText('Known on the day, as of now');
    expect(terminal.text).toContain(`${Number(before) - 1} new`);
    terminal.press('q');
    await terminal.waitForText('code 0');
  });

  it('fits every size', async () => {
    const { terminal } = opened(begun, { columns: 40, rows: 12 });
    await terminal.waitForText(/↓ \d+ more lines/);
    terminal.press('G');
    await terminal.waitFor(({ text }) => !text.includes('more line'));
    for (const [columns, rows] of [
      [200, 50],
      [19, 5],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.waitForText(columns < 20 ? 'too small' : /t stats.*q quit$/m);
    }
    terminal.press('q');
    await terminal.waitForText('code 0');
  });

  it('is text through a pipe and with --plain, and JSON where that is asked for', () => {
    const { out, code, err } = runCli([]);
    expect(out).toMatch(/^ {2}\w+day \d+ \w+ \d{4}\n\n {2}\d+ new · about \d+ min\n/);
    expect(out).toContain('swelearn plan --interview');
    expect(out).toMatch(/^ {2}Try {3}0 of \d+ exercises done.*^ {2}swelearn try opens/ms);
    expect(out).not.toContain('\u001b');
    expect([code, err]).toEqual([0, '']);
    expect(runCli(['--plain']).out).toBe(out);
    expect(JSON.parse(runCli(['--json']).out)).toMatchObject({
      schema: 'swelearn.home/1',
      exercises: { done: 0 },
    });
  });

  it.each([
    [['lst'], /unknown command 'lst'\n\(Did you mean list\?\)/],
    [['lst', '--nothing'], /unknown command 'lst'/],
    [['--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
  ])('%j is told to be unknown', (args, message) => {
    const { err, out, code } = runCli(args);
    expect(err).toMatch(message);
    expect([out, code]).toEqual(['', 2]);
  });
});
