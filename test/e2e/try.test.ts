import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const DOWN = '\u001b[B';
const RIGHT = '\u001b[C';

/** Without the places where lines were wrapped. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('swelearn try', { timeout: 120_000 }, () => {
  it('takes a newcomer from the card through a wrong prediction and a tuned system to the quiz', async () => {
    const terminal = new Terminal(
      'echo before; swelearn study queues-vs-pubsub; echo "left $?"; swelearn quiz queues-vs-pubsub --new 0; echo "quit $?"',
    );
    await terminal.waitForText(/Queues versus pub\/sub.* x try {2}\? keys {2}q quit$/m);
    terminal.press('x');
    await terminal.waitForText('how many orders are still waiting?');
    terminal.press('40\r');
    await terminal.waitForText('how many orders are lost in all this?');
    terminal.press('3\r');
    await terminal.waitForText('Watch the run.');
    terminal.press('s');
    await terminal.waitForText('In a line: why?');
    expect(terminal.text).toContain('✗');
    terminal.press('only spare capacity pays a backlog\r');
    await terminal.waitForText(/Not passed .* due again in 1 minute/);

    // The next of the ladder that can be tuned.
    terminal.press('n');
    await terminal.waitForText('Parcels without a label');
    terminal.press('s');
    await terminal.waitForText('How many senders there are');
    terminal.press('r');
    await terminal.waitForText('holds in none of 20');
    terminal.press(`${RIGHT}${DOWN}4\t`);
    await terminal.waitForText(/How many senders there are +4/);
    terminal.press('r');
    await terminal.waitForText('In a line: why?');
    expect(terminal.text).toContain('✓');
    terminal.press('\u001b');
    await terminal.waitForText(/Passed .* due again/);
    terminal.press('q');
    await terminal.waitFor(({ text }) => text.includes('q quit') && text.includes('Queues versus'));
    terminal.press('q');

    await terminal.waitForText('left 0');
    await terminal.waitForText('simulated anew, seed');
    expect(terminal.text).toContain('A shop puts one order a second into a queue.');
    terminal.press('q');
    await terminal.waitForText('quit 0');
    expect(terminal.isCursorShown).toBe(true);
  });

  it('judges a program without anybody at the keys, and begins it again on request', () => {
    const home = temporaryDirectory();
    const judged = () => runCli(['--plain', 'try', 'charge-the-card-once'], { home, input: '' });
    const failed = judged();
    expect(failed.code).toBe(1);
    expect(failed.out).toContain('seed');
    const [, program = ''] = /^ {2}(\/.*charge-the-card-once\.js)$/m.exec(failed.out) ?? [];
    const exercise = readFileSync(
      join(
        import.meta.dirname,
        '../../content/messaging/idempotency/exercises/charge-the-card-once.md',
      ),
      'utf8',
    );
    const [, solution = ''] = /## Solution\n+```js\n([\s\S]*?)```/.exec(exercise) ?? [];
    writeFileSync(program, solution);
    const passed = judged();
    expect(passed.out).toContain('Everything holds with all 20 seeds');
    const refused = runCli(['try', 'charge-the-card-once', '--reset'], { home });
    expect(refused).toMatchObject({ code: 2 });
    expect(readFileSync(program, 'utf8')).toBe(solution);
    const reset = runCli(['try', 'charge-the-card-once', '--reset', '--yes'], { home });
    expect(reset).toMatchObject({ code: 0, out: `${program}\n` });
    expect(readFileSync(program.replace(/\.js$/, '.1.backup.js'), 'utf8')).toBe(solution);
    expect(readFileSync(program, 'utf8')).not.toBe(solution);
  });

  it('asks line by line for who can’t see a screen, and exits with 1 for what wasn’t passed', () => {
    const home = temporaryDirectory();
    const input = 'h\n40\n9\n3\nspare capacity\nq\n';
    const run = runCli(['--plain', 'try', 'after-ten-minutes-away'], { home, input });
    expect(run).toMatchObject({ code: 1, err: '' });
    expect(run.out).toMatch(/Hint 1 of/);
    expect(run.out).toContain('Type a number from 1 to 3.');
    expect(run.out).toContain('Not passed yet: due again in 1 minute.');
    const ladder = JSON.parse(runCli(['try', '--json'], { home }).out);
    expect(ladder).toMatchObject({ schema: 'swelearn.try/1', done: 0 });
    const first = ladder.exercises.find(
      (each: { topic: string }) => each.topic === 'queues-vs-pubsub',
    );
    expect(first).toMatchObject({ id: 'after-ten-minutes-away', state: 'tried' });
    expect(runCli(['stats'], { home }).out).toContain('spare capacity');
  });

  it('lets knobs be turned and an incident be looked into line by line', () => {
    const home = temporaryDirectory();
    const tuned = runCli(['--plain', 'try', 'codes-behind-the-news'], {
      home,
      input: '\n1=newsletters 2=4\n\n\nq\n',
    });
    expect(flat(tuned.out)).toContain('holds in none of 20 seeds');
    expect(tuned.out).toContain('Done: due again');
    expect(tuned.code).toBe(0);
    const diagnosed = runCli(['--plain', 'try', 'parcels-without-a-label'], {
      home,
      input: '2\n6\n7\n1\n7\n3\n4\n\nq\n',
    });
    expect(diagnosed.out).toContain('queues.labels.deleted');
    expect(flat(diagnosed.out)).toMatch(
      /You found the cause at the second try, the action at once, after 8 of 17/,
    );
    expect(diagnosed.code).toBe(1);
  });

  it('says what there is when it is mistyped', () => {
    const run = runCli(['try', 'after-ten-minutes']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Did you mean “after-ten-minutes-away”');
  });
});
