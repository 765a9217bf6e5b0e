import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardText, questionText } from '../fixtures/deck.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';

const indexOf = (home: string) => join(home, 'state', 'cache', 'index.sqlite');

/** Overwrites the middle of a file, so that it still opens as what it was. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096, bytes.length - 4096);
  writeFileSync(path, bytes);
}

describe('a damaged index', () => {
  it.each([
    ['at its head', (path: string) => writeFileSync(path, 'no database'.repeat(1000))],
    ['in the middle', damage],
  ])('(%s) is made anew within two runs, without a stack trace', (_where, harm) => {
    const home = temporaryDirectory();
    runCli(['list'], { home });
    harm(indexOf(home));
    const runs = [
      runCli(['search', 'heartbeat'], { home }),
      runCli(['search', 'heartbeat'], { home }),
    ];
    for (const { err } of runs) expect(err).not.toMatch(/\n\s+at /);
    expect(runs[1]).toMatchObject({ code: 0, err: '' });
    expect(runs[1]?.out).toContain('visibility-timeout');
  });

  it('of another build is made anew', () => {
    const home = temporaryDirectory();
    runCli(['list'], { home });
    const before = readFileSync(indexOf(home));
    const marker = before.indexOf('0.1.0 ');
    expect(marker).toBeGreaterThan(0);
    before.write('9', marker);
    writeFileSync(indexOf(home), before);
    expect(runCli(['list'], { home }).out).toContain('visibility-timeout');
    expect(readFileSync(indexOf(home)).includes('0.1.0 ')).toBe(true);
  });
});

describe('output that cannot be written', () => {
  it('is told in a line', () => {
    const bin = resolve(import.meta.dirname, '../../bin/swelearn.js');
    const home = temporaryDirectory();
    const full = openSync('/dev/full', 'w');
    const { stderr, status } = spawnSync(process.execPath, [bin, 'list'], {
      env: { ...process.env, SWELEARN_HOME: home },
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^swelearn: the output can't be written: .*no space/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});

describe('a link in a topic', () => {
  it('starts from the directory of the topic, wherever the reader was started', () => {
    const deck = temporaryDirectory();
    mkdirSync(join(deck, 'mine'));
    writeFileSync(join(deck, 'mine', 'card.md'), cardText({ id: 'mine' }));
    writeFileSync(
      join(deck, 'mine', 'questions.md'),
      `${questionText('mine-q')}\nSee [more](notes.md).\n`,
    );
    writeFileSync(join(deck, 'mine', 'notes.md'), '# Notes\n');
    expect(runCli(['check', deck]).out).not.toContain('notes.md leads to no file');
  });
});

describe('text that hides escape sequences in YAML', () => {
  it.each([['list'], ['study', 'evil', '--plain'], ['search', 'pwned'], ['check', '--seeds', '0']])(
    'is harmless in %s',
    (...args) => {
      const deck = temporaryDirectory();
      mkdirSync(join(deck, 'evil'));
      writeFileSync(
        join(deck, 'evil', 'card.md'),
        cardText({ id: 'evil', title: '"\\e[31mpwned\\a\\x9b2J"', '"\\e[31m"': 'x' }),
      );
      const { out, err } = runCli([...args, '--content', deck]);
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      expect(out + err).toMatch(/pwned|evil/);
    },
  );
});

describe('small files that ask for much', () => {
  it.each([
    ['a table of 800 columns', `|${'a|'.repeat(800)}\n|${'-|'.repeat(800)}\n${'|x\n'.repeat(800)}`],
    [
      'a mermaid diagram of 3,600 arrows',
      `\`\`\`mermaid\nflowchart LR\n${Array.from({ length: 60 }, (_, i) => `a${i}`).join(' & ')} --> ${Array.from({ length: 60 }, (_, i) => `b${i}`).join(' & ')}\n\`\`\`\n`,
    ],
    [
      'a wide HTML table',
      `<table><tr>${'<td>x</td>\n'.repeat(4000)}</tr>${'<tr><td>y</td></tr>\n'.repeat(4000)}</table>`,
    ],
  ])('%s is shown within seconds', (_what, source) => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'x.md'), `${source}\n\nafter\n`);
    const { out, code } = runCli(['study', 'x.md', '--plain'], { cwd: directory });
    expect(code).toBe(0);
    expect(out).toContain('after');
  });
});
