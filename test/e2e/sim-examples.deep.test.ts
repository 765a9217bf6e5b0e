import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MINE } from './my-scenario.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';

it.each([
  [],
  ...['list', 'run', 'story', 'shrink', 'sweep', 'explain'].map((command) => [command]),
])('each example of sim %s --help does what it says', { timeout: 120_000 }, (...command) => {
  const { out, code } = runCli(['sim', ...command, '--help']);
  expect(code).toBe(0);
  const examples = out.split('\n').filter((line) => line.startsWith('  swelearn sim '));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'my-scenario.yaml'), MINE);
    const run = runCli(example.trim().split(' ').slice(1), { cwd });
    expect(run.out).not.toBe('');
    const isJudged = /^ {2}swelearn sim (run|story) /.test(example);
    const hasFailed = isJudged && /FAILS|it had to be|"passed": false/.test(run.out);
    expect([example, run.err, run.code]).toEqual([example, '', hasFailed ? 1 : 0]);
    if (command.length > 0) expect(out.includes('The exit code is 1')).toBe(isJudged);
  }
});
