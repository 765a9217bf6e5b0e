import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const shell = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

const notes = '# Notes\n\nAbout queues.\n\n#### Q1: What is a queue?\n\n**A:** A line of work.\n';

describe('the README', () => {
  it('promises exactly two commands from a clean clone, and package.json has what they call', () => {
    expect(shell.filter((line) => line.startsWith('npm ci'))).toEqual([
      'npm ci && node bin/swelearn.js study visibility-timeout',
      'npm ci && npm test',
    ]);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(scripts)).toEqual(
      expect.arrayContaining(['build', 'test', 'bench', 'check', 'prepare', 'test:deep']),
    );
  });

  const commands = shell
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/^.*\| (?=swelearn)/, '')
        .replace(/ \|.*$/, '')
        .trim(),
    )
    .filter((line) => line.startsWith('swelearn') && line !== 'swelearn study')
    // It goes on until it is told to stop.
    .filter((line) => !line.includes('--watch'));

  // A history to back up, to tell about and to take elsewhere.
  const studied = temporaryDirectory();
  beforeAll(() => {
    runCli(['quiz'], { home: studied, input: '\n3\n' });
  });

  it.each(commands)('shows a command that works: %s', (command) => {
    const directory = temporaryDirectory();
    for (const deck of ['notes', 'decks']) mkdirSync(join(directory, deck));
    for (const file of ['notes.md', 'notes/design.md']) writeFileSync(join(directory, file), notes);
    const at = (path: string) => path.replace(/^~/, directory);
    if (command.includes('--content') || command.includes('check'))
      runCli(['import', 'notes.md', '--to', 'decks'], { cwd: directory });
    const home = temporaryDirectory();
    cpSync(studied, home, { recursive: true });
    if (command.includes('import history'))
      runCli(['export', 'history.json'], { home, cwd: directory });
    const run = runCli(command.split(' ').slice(1).map(at), {
      home,
      cwd: directory,
      input: notes,
    });
    expect(run.err).not.toMatch(/unknown|usage|error:/i);
    const tellsOfTrouble = /^swelearn (check|sim run visibility-timeout-too-short$)/.test(command);
    expect(run.code).toBe(tellsOfTrouble ? 1 : 0);
  });
});
