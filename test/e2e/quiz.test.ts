import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillDeck } from './drill-deck.ts';
import { runCli } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const QUIZ = 'swelearn quiz drill --content deck --seed 1';
const wrapped = (command: string) => `echo before; ${command}; echo "code $?"`;

interface Desk {
  readonly deck: string;
  readonly env: Readonly<Record<string, string>>;
}

function desk(): Desk {
  const deck = drillDeck();
  const editor = join(deck, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/How long is/How many metres are in/" "$2"\n', {
    mode: 0o755,
  });
  return { deck, env: { SWELEARN_HOME: join(deck, 'state'), EDITOR: editor } };
}

const open = ({ deck, env }: Desk, size = {}) =>
  new Terminal(wrapped(QUIZ), { cwd: deck, env, ...size });

/** What the log holds, by the ratings that count. */
function kept({ deck }: Desk): { question: string; rating: number }[] {
  const { out } = runCli(['export', '-'], { cwd: deck, home: deck });
  const { entries } = JSON.parse(out);
  const undone = new Set(entries.map(({ undoes }: { undoes?: string }) => undoes));
  return entries
    .filter(({ kind, id }: { kind: string; id: string }) => kind === 'review' && !undone.has(id))
    .map(({ question, rating }: { question: string; rating: number }) => ({ question, rating }));
}

async function expectRestored(terminal: Terminal, code: number): Promise<void> {
  await terminal.waitForText(`code ${code}`);
  expect(terminal.buffer).toBe('normal');
  expect(terminal.isCursorShown).toBe(true);
  expect(terminal.lines[0]).toBe('before');
}

describe('the quiz', { timeout: 30_000 }, () => {
  it('goes through a whole session: reveal, tick, every rating, suspend, edit, resize, Ctrl-C, and undo after a restart', async () => {
    const here = desk();
    const terminal = open(here);
    await terminal.waitForText('Who leads a ship in?');
    expect(terminal.buffer).toBe('alternate');
    expect(terminal.text).not.toContain('The pilot does');

    terminal.press(' ');
    await terminal.waitForText(/The pilot does[\s\S]*\[3 Good 10m\]/);
    terminal.press('x');
    await terminal.waitForText(/\[x\] the pilot leads[\s\S]*\[2 Hard/);
    terminal.press('1');
    await terminal.waitForText('Which of these float?');

    terminal.press('b\r');
    await terminal.waitForText('✓ right, you chose this');
    terminal.press('2');
    await terminal.waitForText('How long is a nautical mile?');

    terminal.press('e');
    await terminal.waitForText('How many metres are in a nautical mile?');
    terminal.press('1850 m');
    await terminal.waitForText('1850 m█');
    terminal.press('\r');
    await terminal.waitForText(/✓ right: you answered 1850 m[\s\S]*It was set in 1929/);
    terminal.press('3');
    await terminal.waitForText('In what order are sails set?');

    terminal.resize(44, 14);
    await terminal.waitFor(
      ({ lines }) => lines.some((line) => line.includes('fore sail')) && lines.length === 14,
    );
    terminal.press('\r');
    await terminal.waitForText(/4 Easy/);
    terminal.press('4');
    await terminal.waitForText('It [1]');

    terminal.press('s');
    await terminal.waitForText('Who lowers the ball?');
    terminal.press('\u0003');
    await expectRestored(terminal, 130);
    await terminal.waitForText(/4 reviews of 4 questions, 1 again/);
    expect(kept(here)).toEqual([
      { question: 'drill-pilot', rating: 1 },
      { question: 'drill-float', rating: 2 },
      { question: 'drill-mile', rating: 3 },
      { question: 'drill-sails', rating: 4 },
    ]);

    const later = open(here);
    await later.waitForText(/Who lowers the ball\?|Who leads a ship in\?/);
    later.press('u');
    await later.waitForText('undone: suspend, “What does the lighthouse do?”');
    later.press('u');
    await later.waitForText(/undone: Easy, “In what order/);
    later.press('q');
    await expectRestored(later, 0);
    expect(kept(here)).toHaveLength(3);
  });

  it('takes a held key for one press', async () => {
    const here = desk();
    const terminal = open(here);
    await terminal.waitForText('Who leads a ship in?');
    terminal.press('          ');
    await terminal.waitForText('The pilot does');
    terminal.press('q');
    await expectRestored(terminal, 0);
    expect(kept(here)).toEqual([]);
  });

  it('fits the smallest and the widest screens', async () => {
    for (const [columns, rows] of [
      [40, 12],
      [200, 50],
    ] as const) {
      const terminal = open(desk(), { columns, rows });
      await terminal.waitForText('Who leads a ship in?');
      terminal.press(' ');
      await terminal.waitForText(/1 Again/);
      terminal.press('q');
      await expectRestored(terminal, 0);
    }
  });

  it('finds words, and reads the topic card without leaving the question', async () => {
    const terminal = open(desk());
    await terminal.waitForText('Who leads a ship in?');
    terminal.press('/');
    terminal.press('lowers');
    await terminal.waitForText('lowers█');
    terminal.press('\r');
    await terminal.waitForText('Who lowers the ball?');
    // Enter again at once would be taken for a held key.
    terminal.press('jk\r');
    await terminal.waitForText('Words about overview.');
    terminal.press('q');
    await terminal.waitForText('Who leads a ship in?');
    terminal.press('q');
    await terminal.waitForText('code 0');
  });

  it('says that nothing is due when nothing is', async () => {
    const { deck, env } = desk();
    const terminal = new Terminal(wrapped('swelearn quiz drill --content deck --new 0'), {
      cwd: deck,
      env,
    });
    await terminal.waitForText('code 0');
    expect(terminal.text).toContain('Nothing was answered.');
  });
});
