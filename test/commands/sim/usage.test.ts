import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shopHost, typed } from './shop.ts';

it.each([
  [['run', 'shop.yaml', '--sed', '3'], "unknown option '--sed'", '(see: swelearn sim run --help)'],
  [['run'], "missing required argument 'scenario'", '(see: swelearn sim run --help)'],
  [['run', 'shop.yaml', 'too', 'many'], 'too many arguments', '(see: swelearn sim run --help)'],
  [['run', 'shop.yaml', '--set'], 'argument missing', '(see: swelearn sim run --help)'],
  [['lits'], "unknown command 'lits'", '(see: swelearn sim --help)'],
  [['sweep', 'shop.yaml'], "required option '--knob", '(see: swelearn sim sweep --help)'],
])('sim %s is refused, and where to read on is told', async (args, words, where) => {
  const { err, out } = await typed(shopHost(), 'sim', ...args);
  expect(err).toContain(words);
  expect(err).toContain(where);
  expect(out).toBe('');
});

it('the help of a command shows no value that was never given', async () => {
  const { out } = await typed(shopHost(), 'sim', 'run', '--help');
  expect(out).toContain('--set <path=value>');
  expect(out).not.toContain('[]');
});

it.each([
  ['f/out.jsonl', 'is no directory', 'check the path'],
  ['f/g/out.jsonl', 'there is no directory', 'make it first'],
  ['none/out.jsonl', 'there is no directory', 'make it first'],
  ['directory', 'it is a directory', 'name a file'],
  ['', 'it is a directory', 'name a file'],
  ['pipe', 'it is a device or a pipe', 'name a file'],
])('--trace “%s” is refused before the run, and nothing is written', async (file, why, fix) => {
  const host = shopHost();
  mkdirSync(join(host.cwd, 'directory'));
  writeFileSync(join(host.cwd, 'f'), '');
  spawnSync('mkfifo', [join(host.cwd, 'pipe')]);
  const before = readdirSync(host.cwd, { recursive: true });
  const { refused, out } = await typed(host, 'sim', 'run', 'shop.yaml', '--trace', file);
  expect(refused).toContain(`--trace ${file} can’t be written`);
  expect(refused).toContain(why);
  expect(refused).toContain(fix);
  expect(out).toBe('');
  expect(readdirSync(host.cwd, { recursive: true })).toEqual(before);
});

it.each([
  [['run', 'shop.yaml', '--seeds', '3', '--trace', 'x'], '--trace is of one run'],
  [
    ['sweep', 'shop.yaml', '--knob', 'seed=1..3', '--metric', 'lost', '--csv', '--json'],
    "option '--csv' cannot be used with option '--json'",
  ],
])('sim %s contradicts itself', async (args, words) => {
  const { refused, err, out } = await typed(shopHost(), 'sim', ...args);
  expect(`${refused}${err}`).toContain(words);
  expect(out).toBe('');
});
