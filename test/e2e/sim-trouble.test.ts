import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MINE } from './my-scenario.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';
import { Terminal } from './terminal.ts';

const SCENARIO = 'visibility-timeout-too-short';

describe('a mistake on the command line', () => {
  it.each([
    [['run', SCENARIO, '--bogus'], "unknown option '--bogus'"],
    [['run'], "missing required argument 'scenario'"],
    [['rnu', SCENARIO], 'Did you mean run?'],
    [['run', 'visibility-timeout-to-short'], 'Did you mean “visibility-timeout-too-short”?'],
    [['run', './none.yaml'], 'there is no scenario “./none.yaml”'],
    [['run', SCENARIO, '--set', 'queues'], '--set queues sets nothing'],
    [['run', SCENARIO, '--set', 'queues.report.delay=1s'], 'Did you mean “reports”?'],
    [['run', SCENARIO, '--seeds', 'many'], '--seeds can’t be “many”'],
    [['run', SCENARIO, '--seeds', '2', '--trace', 'x'], '--trace is of one run'],
    [['sweep', SCENARIO, '--metric', 'lost'], "required option '--knob"],
    [['sweep', SCENARIO, '--metric', 'lost', '--knob', 'seed=1..x'], '“1..x” is no range of'],
    [
      ['sweep', SCENARIO, '--metric', 'lost', '--knob', 'seed=1..3', '--csv', '--json'],
      "option '--csv' cannot be used with option '--json'",
    ],
    [['shrink', SCENARIO, '--check', 'duplicate'], 'Did you mean “duplicates”?'],
    [['story'], "missing required argument 'scenario'"],
    [['explain', SCENARIO, 'more'], 'too many arguments'],
  ])('sim %s: is told, and the exit code is 2', (args, words) => {
    const { out, err, code } = runCli(['sim', ...args]);
    expect(err).toContain(words);
    expect(err).not.toMatch(/^ +at /m);
    expect([out, code]).toEqual(['', 2]);
  });

  it('in the path of a trace leaves nothing behind', () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'file'), '');
    spawnSync('mkfifo', [join(cwd, 'pipe')]);
    for (const trace of ['none/out.jsonl', 'file/out.jsonl', 'pipe']) {
      const { out, err, code } = runCli(['sim', 'run', SCENARIO, '--trace', trace], { cwd });
      expect(err).toContain(`--trace ${trace} can’t be written`);
      expect([out, code]).toEqual(['', 2]);
    }
    expect(readdirSync(cwd).filter((name) => name !== 'state')).toEqual(['file', 'pipe']);
    expect(statSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });
});

describe('a reader that has seen enough', () => {
  it.each([
    'sim list',
    'sim run ticket-sale --json',
    'sim explain heartbeat',
    'sim sweep heartbeat --knob seed=1..3 --metric lost --seeds 1',
  ])('%s | head -1 ends in silence', async (command) => {
    const terminal = new Terminal(
      `(swelearn ${command}; echo "code $?" >&2) | head -1 | wc -l; echo over`,
    );
    await terminal.waitForText(/code 0[\s\S]*over|over[\s\S]*code 0/);
    expect(terminal.lines.filter((line) => line !== '').sort()).toEqual(['1', 'code 0', 'over']);
  });
});

describe('Ctrl-C', () => {
  const LONG = join(temporaryDirectory(), 'long.yaml');
  writeFileSync(LONG, MINE.replace('runFor: 1m', 'runFor: 10h').replace('2/s', '20/s'));
  /** Loaded into each thread, so that each says when it begins. */
  const SIGN = `
    import { writeSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    writeSync(2, isMainThread ? 'begun\\n' : 'thread begun\\n');`;

  it.each([
    [`run ${LONG} --seeds 1000`, 'thread begun'],
    [`sweep ${LONG} --knob consumers.workers.count=3..30 --metric lost`, 'thread begun'],
    [`run ${LONG} --plain`, 'begun'],
    [`shrink ${LONG}`, 'begun'],
  ])('ends sim %s, with all of its threads', async (command, sign) => {
    // A shell dies of Ctrl-C, too, unless it catches it.
    const script = `trap : INT; "$NODE" --import "$SIGN" "$BIN" sim ${command}; echo "code $?"`;
    const env = { SIGN: `data:text/javascript,${encodeURIComponent(SIGN)}` };
    const terminal = new Terminal(script, { env });
    await terminal.waitForText(sign);
    terminal.press('\u0003');
    // The shell goes on when the process is gone, and with it all threads.
    await terminal.waitForText('code');
    const said = terminal.lines.filter((line) => line !== '' && !line.endsWith('begun'));
    expect(said).toEqual(['^Ccode 130']);
  });
});
