import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillDeck, drillQuestions } from './drill-deck.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const QUIZ = ['quiz', 'drill', '--content', 'deck', '--seed', '1'];

function answer(deck: string, home: string, ...lines: string[]) {
  return runCli(QUIZ, { cwd: deck, home, input: lines.map((line) => `${line}\n`).join('') });
}

describe('a quiz through a pipe', () => {
  it('asks questions of every kind, judges them, and keeps the ratings', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    const run = answer(
      deck,
      home,
      ...[
        'the pilot leads the ship',
        '',
        'b',
        '',
        '1 nm',
        '',
        'cab',
        '',
        'turns; night',
        '',
        '',
        '4',
      ],
    );
    expect(run.code).toBe(0);
    expect(run.out).toContain('a) [x] the pilot leads');
    expect(run.out).toContain('b) [ ] at high tide');
    expect(run.out).toMatch(/✓ Right\.\n {2}a\) iron\n {5}✗ it is heavier/);
    expect(run.out).toContain('The unit is m, not nm.');
    expect(run.out).toMatch(/1,852 m \(± 1 %\)\n\n {2}It was set in 1929\./);
    expect(run.out).toContain('[2] ✓ night');
    expect(run.out).toMatch(
      /6 reviews of 6 questions, 1 again, less than a minute\.\nNext: a step in/,
    );
    const again = answer(deck, home);
    expect(again.out).toMatch(/The drill · L1 · step · 0 new, 5 steps, 0 due/);
  });

  it('is the same in a dumb terminal and with --plain, without an escape sequence', async () => {
    const terminal = new Terminal('swelearn --plain quiz drill --content deck; echo "code $?"', {
      cwd: drillDeck(),
    });
    await terminal.waitForText('Who leads a ship in?');
    terminal.press('\r');
    await terminal.waitForText('(Enter: Good)');
    terminal.press('3\r');
    await terminal.waitForText('Which of these float?');
    terminal.press('q\r');
    await terminal.waitForText(/1 review of 1 question[\s\S]*code 0/);
    expect(terminal.buffer).toBe('normal');
    expect(terminal.written).not.toContain('\u001b[');
  });

  it('needs no flag in a dumb terminal', async () => {
    const terminal = new Terminal('TERM=dumb swelearn quiz drill --content deck', {
      cwd: drillDeck(),
    });
    await terminal.waitForText('Say it, or type it');
    expect(terminal.buffer).toBe('normal');
  });

  it('ends on Ctrl-C with everything kept, a summary, and 130', async () => {
    const deck = drillDeck();
    const env = { SWELEARN_HOME: join(deck, 'state') };
    // The shell gets the signal, too, and must live to tell the code.
    const command = 'trap : INT; swelearn --plain quiz drill --content deck; echo "code $?"';
    const terminal = new Terminal(command, { cwd: deck, env });
    await terminal.waitForText('Who leads a ship in?');
    terminal.press('\r4\r');
    await terminal.waitForText('Which of these float?');
    terminal.press('\u0003');
    await terminal.waitForText(/1 review of 1 question[\s\S]*code 130/);
    const after = new Terminal(command, { cwd: deck, env });
    await after.waitForText('Which of these float?');
    after.press('undo\r');
    await after.waitForText('undone: Easy, “Who leads a ship in?”');
  });

  it('ticks key points by letters, gives hints, finds words, shows the card, and knows its commands', () => {
    const run = answer(
      drillDeck(),
      temporaryDirectory(),
      'h',
      '/lowers',
      'card',
      '?',
      '',
      'ab',
      'a',
      '',
    );
    expect(run.out).toContain('He comes aboard from a small boat.');
    expect(run.out).toContain('drill: Who lowers the ball?');
    expect(run.out).toContain('Words about overview.');
    expect(run.out).toContain('suspend  never ask this one again');
    expect(run.out).toMatch(
      /\[x\] the pilot leads[\s\S]*\(Enter: Good\)[\s\S]*\[ \] the pilot leads[\s\S]*\(Enter: Hard\)/,
    );
  });

  it('suspends, and takes that back', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    expect(answer(deck, home, 's').out).toMatch(/suspended[\s\S]*Which of these float/);
    expect(answer(deck, home).out).not.toContain('Who leads');
    expect(answer(deck, home, 'undo').out).toMatch(/undone: suspend[\s\S]*Who leads a ship in/);
  });

  it('opens the editor at the question, and asks it as it was mended', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    const editor = join(deck, 'editor.sh');
    writeFileSync(
      editor,
      '#!/bin/sh\necho "$1" > "$(dirname "$0")/line"\nsed -i "s/Who leads/Who brings/" "$2"\n',
      {
        mode: 0o755,
      },
    );
    const terminal = new Terminal('swelearn --plain quiz drill --content deck', {
      cwd: deck,
      env: { EDITOR: editor, SWELEARN_HOME: join(home, 'state') },
    });
    return terminal
      .waitForText('Who leads a ship in?')
      .then(() => terminal.press('e\r'))
      .then(() => terminal.waitForText('Who brings a ship in?'))
      .then(() => expect(readFileSync(join(deck, 'line'), 'utf8')).toBe('+1\n'));
  });

  it('asks once whether the history holds when the wording changed', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    answer(deck, home, '', '3');
    const changed = drillQuestions.replace('Who leads', 'Who brings');
    writeFileSync(join(deck, 'deck/drill/questions.md'), changed);
    const rest = ['b', '', '1852', '', 'cab', '', 'turns; night', '', '', ''];
    const asked = answer(deck, home, ...rest, 'k');
    expect(asked.out).toMatch(
      /The wording of this question changed[\s\S]*kept: your history holds/,
    );
    expect(answer(deck, home).out).not.toContain('wording');
  });
});

describe('practice', () => {
  it('changes nothing in the schedule', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    const cram = (...lines: string[]) =>
      runCli([...QUIZ, '--cram', '--limit', '2'], { cwd: deck, home, input: lines.join('\n') });
    const run = cram('', '1', 'b', '3', '', '3', '');
    expect(run.out).toMatch(/3 questions practised, 1 again\. The schedule is as it was\./);
    expect(run.out).not.toMatch(/Again \d/);
    expect(answer(deck, home).out).toContain('6 new, 0 steps, 0 due');
  });
});

describe('an interview round', () => {
  const mock = (deck: string, home: string, ...lines: string[]) =>
    runCli([...QUIZ, '--mock'], {
      cwd: deck,
      home,
      input: lines.map((line) => `${line}\n`).join(''),
    });

  it('asks without answers, reviews at the end, and leaves a transcript', () => {
    const [deck, home] = [drillDeck(), temporaryDirectory()];
    const run = mock(deck, home, 'the pilot leads', 'at high tide', '', '', 'pass', '', '2', 's');
    expect(run.code).toBe(0);
    const [round = '', review = ''] = run.out.split('The review.');
    expect(round).not.toContain('A strong answer');
    expect(review.match(/A strong answer/g)).toHaveLength(3);
    const path = /Transcript: (.*)\n/.exec(run.out)?.[1] ?? '';
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('> the pilot leads\n> at high tide');
    expect(text).toContain('Passed.');
    expect(text).toContain('3 questions, 2 reviewed.');
  });

  it('keeps the transcript when the input ends in the middle', () => {
    const run = mock(drillDeck(), temporaryDirectory(), 'half an answer');
    expect(run.out).toContain('1 question asked. Transcript:');
  });
});

it.each([
  [['quiz', 'dril', '--content', 'deck'], /there is no topic dril\n {4}Did you mean “drill”/],
  [['quiz', '--level', '4'], /Write 1, 2 or 3/],
  [['quiz', '--minutes', '0'], /Write minutes/],
  [['quiz', '--limit', 'many'], /whole number/],
])('says what is wrong with %j', (args, message) => {
  const run = runCli(args, { cwd: drillDeck() });
  expect(run.code).toBe(2);
  expect(run.err).toMatch(message);
});
