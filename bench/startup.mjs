import pty from '@lydell/node-pty';
import { bin, inTemporaryDirectory, medians, table, timeProcess } from './measure.mjs';

const ROUNDS = 21;

/** Start-up of the common commands, as ratios to a bare `node -e 0`. */
export async function run() {
  await inTemporaryDirectory(async (home) => {
    const env = { SWELEARN_HOME: home };
    const cli =
      (...args) =>
      () =>
        timeProcess([bin, ...args], env);
    const cases = [
      ['node -e 0', '', () => timeProcess(['-e', '0'], env)],
      ['--version', 1.5, cli('--version')],
      ['list', 2, cli('list')],
      ['study --plain', 2.5, cli('study', 'visibility-timeout', '--plain')],
      ['due', 2, cli('due')],
      ['study: first frame', 3, () => firstFrame(env, ['study', 'visibility-timeout'], '? keys')],
      ['quiz: first frame', 3, () => firstFrame(env, ['quiz', '--seed', '1'], '? keys')],
      ['try: first frame', 3, () => firstFrame(env, ['try'], '? keys')],
      [
        'try after-ten-minutes-away: first frame',
        3,
        () => firstFrame(env, ['try', 'after-ten-minutes-away'], '? keys'),
      ],
    ];
    await medians(
      cases.map(([, , measure]) => measure),
      2,
    );
    const times = await medians(
      cases.map(([, , measure]) => measure),
      ROUNDS,
    );
    table([
      ['', 'median ms', 'ratio', 'aim'],
      ...cases.map(([name, aim], index) => [
        name,
        times[index].toFixed(1),
        (times[index] / times[0]).toFixed(2),
        aim,
      ]),
    ]);
  });
}

/** Milliseconds from spawning a screen in a pseudo-terminal until its status line is drawn. */
function firstFrame(env, args, statusLine) {
  const started = performance.now();
  return new Promise((done) => {
    const child = pty.spawn(process.execPath, [bin, ...args], {
      cols: 80,
      rows: 24,
      env: { ...process.env, ...env, TERM: 'xterm-256color' },
    });
    let screen = '';
    child.onData((data) => {
      screen += data;
      if (!screen.includes(statusLine)) return;
      const time = performance.now() - started;
      child.onExit(() => done(time));
      screen = '';
      child.write('q');
    });
  });
}
