import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

function study(name: string, content: string | Buffer) {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, name), content);
  return { directory, ...runCli(['study', name, '--plain'], { cwd: directory }) };
}

describe('a hostile file', () => {
  it.each(['---js', '---javascript', '---coffee'])(
    'whose front matter (%s) would execute is not executed',
    (fence) => {
      const { directory, err, out, code } = study(
        'x.md',
        `${fence}\nrequire('fs').writeFileSync('owned', '')\n---\n\n# Words\n`,
      );
      expect(existsSync(join(directory, 'owned'))).toBe(false);
      expect(out + err).toContain('Words');
      expect(code).toBe(0);
    },
  );

  it('with escape sequences, NUL bytes and invalid UTF-8 reaches the terminal as harmless text', () => {
    const bytes = Buffer.concat([
      Buffer.from('# A \u001b[2J\u001b]0;title\u0007 b\n\n\u001b]52;c;ZXZpbA==\u0007'),
      Buffer.from([0, 0xff, 0xfe, 0xc3, 0x28, 0x9b, 0x1b]),
      Buffer.from('\n\n`\u001b[31m` [x](\u001b[0m) &#27;[31m end'),
    ]);
    const { out, code } = study('x.md', bytes);
    expect(out).not.toMatch(CONTROL);
    expect(out).toContain('end');
    expect(code).toBe(0);
  });

  it('with a line of 20 MB is cut, says so, and does not hang', () => {
    const { out, code } = study('x.md', `# Big\n\n${'word '.repeat(4_000_000)}\n\nafter`);
    expect(out).toContain('characters of this line are left out');
    expect(out).toContain('after');
    expect(code).toBe(0);
  });

  it('with a YAML bomb in its front matter is refused in words or read without expanding it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `a${i + 1}: &a${i + 1} [${Array(10)
          .fill(i === 0 ? 'x' : `*a${i}`)
          .join(', ')}]`,
    );
    const { out, err, code } = study(
      'x.md',
      `---\n${levels.join('\n')}\ntitle: *a30\n---\n\nafter the bomb\n`,
    );
    expect(out).toContain('after the bomb');
    expect(err.length + out.length).toBeLessThan(5_000);
    expect(code).toBe(0);
  });

  it.each([
    ['a directory', (path: string) => mkdirSync(path), /directory/],
    ['a loop of symbolic links', (path: string) => symlinkSync(path, path), /symbolic links/],
    [
      'a pipe nobody writes to',
      (path: string) => execFileSync('mkfifo', [path]),
      /not a regular file/,
    ],
    ['missing', () => undefined, /no such file/],
  ])('that is %s gets a message and exit code 2', (_what, make, message) => {
    const directory = temporaryDirectory();
    make(join(directory, 'x.md'));
    const { err, out, code } = runCli(['study', './x.md', '--plain'], { cwd: directory });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('beside good ones in a library does not hide them', () => {
    const directory = temporaryDirectory();
    for (const name of ['good', 'bad', 'binary'])
      mkdirSync(join(directory, 'deck', name), { recursive: true });
    symlinkSync('..', join(directory, 'deck', 'loop'));
    symlinkSync('card.md', join(directory, 'deck', 'bad', 'card.md'));
    writeFileSync(join(directory, 'deck', 'binary', 'card.md'), Buffer.from([0, 1, 2, 0xff, 0x1b]));
    writeFileSync(join(directory, 'deck', 'good', 'card.md'), goodCard);
    const list = runCli(['list', '--content', 'deck'], { cwd: directory });
    expect(list.out).toContain('good-topic');
    expect(list.code).toBe(0);
    const check = runCli(['check', 'deck'], { cwd: directory });
    expect(check.out).toMatch(/bad\/card\.md:1:1/);
    expect(check.out).toMatch(/binary\/card\.md:1:1/);
    expect(check.code).toBe(1);
  });
});

const goodCard = `---
id: good-topic
title: A good topic
tags: [x]
difficulty: easy
estimated_time: 5min
prerequisites: []
sources: []
checked: 2026-11-21
---

## Overview

Words.
`;
