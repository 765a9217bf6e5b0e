import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardText, questionText } from '../fixtures/deck.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';

function deck(...ids: string[]): string {
  const directory = temporaryDirectory();
  for (const id of ids) {
    mkdirSync(join(directory, id));
    writeFileSync(join(directory, id, 'card.md'), cardText({ id, title: `About ${id}` }));
    writeFileSync(
      join(directory, id, 'questions.md'),
      `${questionText(`${id}-why`)}\n${questionText(`${id}-how`, 2)}`,
    );
  }
  return directory;
}

describe('swelearn list', () => {
  it('shows shipped topics and those of --content with their counts, time and tags', () => {
    const { out, err, code } = runCli(['list', '--content', deck('mine')]);
    expect(out).toMatch(
      /^visibility-timeout +Visibility timeout +\d+ +\d+ +\d+ +\d+ min +medium +sqs/m,
    );
    expect(out).toMatch(/^mine +About mine +1 +1 +0 +25 min +easy +sqs, messaging$/m);
    expect([err, code]).toEqual(['', 0]);
  });

  it('prints JSON with its schema, and only the topics with a tag', () => {
    const { out } = runCli(['list', '--json', '--tag', 'fan-out']);
    const { schema, topics } = JSON.parse(out);
    expect(schema).toBe('swelearn.list/1');
    expect(topics.map(({ id }: { id: string }) => id)).toContain('queues-vs-pubsub');
    expect(topics[0].levels).toEqual({
      1: expect.any(Number),
      2: expect.any(Number),
      3: expect.any(Number),
    });
  });

  it('refuses a --content that is not there', () => {
    const { err, code } = runCli(['list', '--content', 'nowhere']);
    expect(err).toMatch(/there is no directory .*nowhere/);
    expect(code).toBe(2);
  });

  it('answers even when nothing can be written, and when the index is damaged', () => {
    const home = temporaryDirectory();
    writeFileSync(join(home, 'state'), 'a file where a directory should be');
    expect(runCli(['list'], { home }).out).toContain('visibility-timeout');
    const damaged = temporaryDirectory();
    mkdirSync(join(damaged, 'state', 'cache'), { recursive: true });
    writeFileSync(
      join(damaged, 'state', 'cache', 'index.sqlite'),
      'no database at all, but long enough to be read as one'.repeat(100),
    );
    const run = runCli(['list'], { home: damaged });
    expect([run.out.includes('visibility-timeout'), run.err, run.code]).toEqual([true, '', 0]);
  });

  it('notices an edit between two runs', () => {
    const home = temporaryDirectory();
    const content = deck('mine');
    runCli(['list', '--content', content], { home });
    writeFileSync(
      join(content, 'mine', 'card.md'),
      cardText({ id: 'mine', title: 'Another title' }),
    );
    expect(runCli(['list', '--content', content], { home }).out).toContain('Another title');
  });
});

describe('swelearn search', () => {
  it('prints where words stand and the line around them, and forgives typos', () => {
    const { out, err, code } = runCli(['search', 'recieve', 'count', '--limit', '2']);
    expect(err).toContain('searched for: receive count');
    expect(out).toMatch(/^[\w-]+ › .+\n {2}.+\.md:\d+\n {4}.*receive.*\n/i);
    expect(out.match(/ › /g)).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('says that nothing was found and exits with 1', () => {
    const { out, err, code } = runCli(['search', 'zebra', 'crossing']);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toContain('nothing found for: zebra crossing');
  });

  it('prints JSON with its schema', () => {
    const { schema, hits } = JSON.parse(runCli(['search', 'heartbeat', '--json']).out);
    expect(schema).toBe('swelearn.search/1');
    expect(hits).toContainEqual(
      expect.objectContaining({
        topic: 'visibility-timeout',
        file: expect.stringMatching(/\.md$/),
        line: expect.any(Number),
      }),
    );
  });

  it.each(['"', '*', 'a AND', '(', '--', "'; DROP TABLE topics"])('survives %s', (words) => {
    expect(runCli(['search', '--', words]).err).not.toMatch(/\n\s+at |SQL|fts/i);
  });
});

describe('swelearn', () => {
  it.each([
    [
      ['study', 'visibilty-timeout'],
      /there is no topic visibilty-timeout\n.*did you mean visibility-timeout/,
    ],
    [['study'], /say what to read/],
    [['study', 'visibility-timeout', '--theme', 'blue'], /--theme can't be blue/],
    [['study', 'visibility-timeout', '--width', '3'], /--width can't be 3/],
    [['search', 'x', '--limit', 'many'], /--limit can't be many/],
    [['lst'], /unknown command 'lst'.*Did you mean list/s],
    [['list', '--jsn'], /unknown option '--jsn'.*Did you mean --json/s],
  ])('answers %s with what is wrong and what to do', (args, message) => {
    const { err, out, code } = runCli(args);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect([out, code]).toEqual(['', 2]);
  });

  it.each(['study', 'list', 'search', 'import', 'check', 'config'])(
    'has help with examples for %s',
    (command) => {
      const { out, code } = runCli([command, '--help']);
      expect(out).toMatch(/Examples:\n {2}swelearn/);
      expect(code).toBe(0);
    },
  );

  it('prints text through a pipe at the width that is asked for, without escape sequences', () => {
    const { out } = runCli(['study', 'dead-letter-queues', '--width', '50']);
    const prose = out.split('\n').filter((line) => /^[A-Z•]/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('Key points');
  });

  it('reads Markdown from standard input', () => {
    expect(runCli(['study', '-'], { input: '# Title\n\n- **bold** item' }).out).toMatch(
      /^Title\n━+\n\n• bold item\n$/,
    );
  });
});
