import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const DOWN = '\u001b[B';

/** Turns the field below the cursor to a value that is typed. */
const set = (value: string) => `${value}\r`;

describe('swelearn try', { timeout: 120_000 }, () => {
  it('takes a newcomer from the card through a wrong prediction and a tuned system to the quiz', async () => {
    const terminal = new Terminal(
      'echo before; swelearn study queues-vs-pubsub; echo "code $?"; swelearn quiz queues-vs-pubsub --new 0; echo "code $?"',
    );
    await terminal.waitForText('Queues versus pub/sub');
    terminal.press('x');
    await terminal.waitForText('how many orders are still waiting?');
    terminal.press('40\r');
    await terminal.waitForText('how many orders are lost in all this?');
    terminal.press('3\r');
    await terminal.waitForText('Watch the run.');
    terminal.press('\r');
    await terminal.waitForText(/playing \d+x/);
    terminal.press('q');
    await terminal.waitForText('In a line: why?');
    expect(terminal.text).toContain('✗');
    terminal.press('only spare capacity pays a backlog\r');
    await terminal.waitForText(/Not passed .* due again in 1 minute/);

    terminal.press('n');
    await terminal.waitForText('How many senders there are');
    terminal.press('r');
    await terminal.waitForText(/holds with 0 of 20|in 0 of 20/);
    terminal.press(`${DOWN}${set('4')}`);
    await terminal.waitForText('Where marketing puts its newsletter');
    terminal.press('q');
    await terminal.waitForText('Queues versus pub/sub');
    terminal.press('q');
    await terminal.waitForText('code 0');
  });

  it('judges a program without anybody at the keys, and exits with what came of it', () => {
    const home = temporaryDirectory();
    const run = runCli(['--plain', 'try', 'charge-the-card-once'], { home, input: '' });
    expect(run.out).toContain('Charge the card');
    expect(run.code).toBe(1);
  });

  it('says what there is when it is mistyped', () => {
    const run = runCli(['try', 'after-ten-minutes']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Did you mean “after-ten-minutes-away”?');
  });
});
