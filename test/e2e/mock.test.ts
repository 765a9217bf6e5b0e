import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const ESC = '\u001b';

function interview(size = {}) {
  const home = temporaryDirectory();
  const script = 'echo before; swelearn quiz --mock --minutes 3 --seed 1; echo "code $?"';
  const env = { SWELEARN_HOME: join(home, 'state') };
  const terminal = new Terminal(script, { env, columns: 72, rows: 20, ...size });
  const transcript = () => {
    const directory = join(home, 'state', 'data', 'transcripts');
    const [name = ''] = readdirSync(directory);
    return readFileSync(join(directory, name), 'utf8');
  };
  return { home, terminal, transcript };
}

describe('an interview', { timeout: 30_000 }, () => {
  it('is asked, timed, reviewed, and kept in the history and as a transcript', async () => {
    const { home, terminal, transcript } = interview();
    await terminal.waitForText('Answer aloud, or type.');
    terminal.press(`a queue${ESC}\r`);
    terminal.press('for what failed');
    await terminal.waitForText(/02:5\d left[\s\S]*a queue\n {2}for what failed█/);
    terminal.press('\r');
    await terminal.waitForText(/question 2[\s\S]*follows:/);
    terminal.press('\t');
    await terminal.waitForText(/question 3/);
    terminal.press(ESC);
    await terminal.waitForText('End the interview?');
    terminal.press('y');
    await terminal.waitForText('review 1 of 2');
    terminal.resize(40, 12);
    await terminal.waitForText(/You typed/);
    terminal.press('2');
    await terminal.waitForText('review 2 of 2');
    terminal.press('\r');
    await terminal.waitForText('code 0');
    expect(terminal.buffer).toBe('normal');
    expect(transcript()).toMatch(
      /> a queue\n> for what failed[\s\S]*Hard[\s\S]*Passed[\s\S]*Again/,
    );
    const { entries } = JSON.parse(runCli(['export', '-'], { home }).out);
    expect(entries).toMatchObject([
      { kind: 'review', source: 'mock', rating: 2 },
      { kind: 'review', source: 'mock', rating: 1 },
    ]);
  });

  it('is left at once by Ctrl-C, and what was typed is kept', async () => {
    const { terminal, transcript } = interview();
    await terminal.waitForText('Answer aloud, or type.');
    terminal.press('half a thought');
    await terminal.waitForText('half a thought');
    terminal.press('\u0003');
    await terminal.waitForText('code 130');
    expect(terminal.buffer).toBe('normal');
    expect(transcript()).toContain('> half a thought');
  });
});
