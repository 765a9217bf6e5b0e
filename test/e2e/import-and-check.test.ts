import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryDirectory } from './run-cli.ts';

const notes =
  '# Leases\n\n## Overview\n\nWords.\n\n#### Q1: What is a lease?\n\n**A:** A promise.\n';

function directoryWithNotes(): string {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'notes.md'), notes);
  return directory;
}

describe('swelearn import', () => {
  it('says what it found and writes nothing with --dry-run', () => {
    const cwd = directoryWithNotes();
    const { out, code } = runCli(['import', 'notes.md', '--dry-run'], { cwd });
    expect(out).toMatch(/1 questions? \(1 L1, 0 L2, 0 L3\)/);
    expect(out).toMatch(/line 7 .*leases-lease/);
    expect([existsSync(join(cwd, 'leases')), code]).toEqual([false, 0]);
  });

  it('writes a topic that can be read at once, and nothing over it untold', () => {
    const cwd = directoryWithNotes();
    expect(runCli(['import', 'notes.md', '--to', 'deck'], { cwd }).out).toContain(
      `wrote ${join('deck', 'leases', 'card.md')}`,
    );
    expect(runCli(['study', 'leases', '--content', 'deck'], { cwd }).out).toContain('A promise.');
    writeFileSync(join(cwd, 'deck', 'leases', 'card.md'), 'mine');
    const again = runCli(['import', 'notes.md', '--to', 'deck'], { cwd });
    expect(again.err).toMatch(/there is already .*nothing was written/s);
    expect(again.code).toBe(2);
    expect(readFileSync(join(cwd, 'deck', 'leases', 'card.md'), 'utf8')).toBe('mine');
  });

  it('keeps what it overwrites with --force, every time', () => {
    const cwd = directoryWithNotes();
    runCli(['import', 'notes.md'], { cwd });
    const card = join(cwd, 'leases', 'card.md');
    for (const words of ['first', 'second']) {
      writeFileSync(card, words);
      expect(runCli(['import', 'notes.md', '--force'], { cwd }).code).toBe(0);
    }
    expect(readFileSync(`${card}.bak`, 'utf8')).toBe('first');
    expect(readFileSync(`${card}.bak2`, 'utf8')).toBe('second');
    expect(readFileSync(card, 'utf8')).toContain('title: Leases');
  });

  it('does not say that it imported anything when it did not', () => {
    const cwd = directoryWithNotes();
    const dry = runCli(['import', 'gone.md', 'notes.md', '--dry-run'], { cwd });
    expect([dry.err.includes('nothing was written'), dry.code]).toEqual([true, 2]);
    const none = runCli(['import', 'gone.md'], { cwd });
    expect([none.err.includes('nothing was imported'), none.code]).toEqual([true, 2]);
  });

  it('lets no name or title speak to the terminal', () => {
    const cwd = temporaryDirectory();
    const name = 'no\u001b[31mtes\u009b.md';
    writeFileSync(join(cwd, name), '---\ntitle: "Le\\eases"\n---\n\nWords.\n');
    const gone = runCli(['import', name, 'go\u001bne.md', '--dry-run'], { cwd });
    expect(gone.out + gone.err).not.toMatch(/[\u001b\u009b]/);
    const json = runCli(['import', name, '--dry-run', '--json'], { cwd }).out;
    expect(json).not.toMatch(/[\u001b\u009b]/);
    expect(JSON.parse(json).files[0].source).toBe(name);
  });

  it('says in words why it cannot write', () => {
    const cwd = directoryWithNotes();
    const { err, code } = runCli(['import', 'notes.md', '--to', 'notes.md'], { cwd });
    expect(err).toMatch(/card\.md can't be written: .*nothing was written/s);
    expect(code).toBe(2);
  });

  it('imports what it can read, names what it cannot, and exits with 2', () => {
    const cwd = directoryWithNotes();
    const { out, err, code } = runCli(['import', 'gone.md', 'notes.md', '--json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'swelearn.import/1',
      files: [{ source: 'notes.md', topic: 'leases' }],
      written: [expect.any(String), expect.any(String)],
    });
    expect(err).toContain("gone.md can't be read: there is no such file");
    expect(code).toBe(2);
  });
});

describe('swelearn check', () => {
  it('lists each problem with file, line, column and what to do, and exits with 1', () => {
    const cwd = directoryWithNotes();
    runCli(['import', 'notes.md', '--to', 'deck'], { cwd });
    const { out, err, code } = runCli(['check', 'deck'], { cwd });
    expect(out).toContain(
      `${join('deck', 'leases', 'questions.md')}:1:1: the question has no key points\n    add **Key points**`,
    );
    expect(err).toMatch(/1 topic, 1 question, 0 exercises, 0 scenarios: \d+ problems in 2 files/);
    expect(code).toBe(1);
    const { schema, problems } = JSON.parse(runCli(['check', 'deck', '--json'], { cwd }).out);
    expect(schema).toBe('swelearn.check/1');
    expect(problems[0]).toEqual({
      file: expect.any(String),
      line: expect.any(Number),
      column: expect.any(Number),
      what: expect.any(String),
      fix: expect.any(String),
    });
  });

  it('finds nothing wrong with what is shipped', () => {
    expect(runCli(['check', '--seeds', '0'])).toMatchObject({ out: '', code: 0 });
  });
});

describe('swelearn config', () => {
  it('keeps a preference that later commands follow', () => {
    const home = temporaryDirectory();
    const cwd = directoryWithNotes();
    runCli(['import', 'notes.md', '--to', 'deck'], { cwd });
    expect(runCli(['config', 'set', 'content', 'deck'], { cwd, home }).code).toBe(0);
    expect(runCli(['config'], { home }).out).toContain(`content = ${join(cwd, 'deck')}`);
    expect(runCli(['list'], { home }).out).toContain('leases');
    runCli(['config', 'unset', 'content'], { home });
    expect(runCli(['list'], { home }).out).not.toContain('leases');
  });

  it('never wipes a file that it cannot use, and goes on without it', () => {
    const home = temporaryDirectory();
    runCli(['config', 'set', 'theme', 'light'], { home });
    const file = runCli(['config', 'path'], { home }).out.trim();
    writeFileSync(file, '{"theme": "li');
    const list = runCli(['list'], { home });
    expect(list.err).toContain(`${file} can't be used`);
    expect([list.code, list.out.includes('visibility-timeout')]).toEqual([0, true]);
    const set = runCli(['config', 'set', 'theme', 'dark'], { home });
    expect([set.code, readFileSync(file, 'utf8')]).toEqual([3, '{"theme": "li']);
  });

  it.each([
    [['set', 'theem', 'dark'], /theem is no preference/],
    [['set', 'theme', 'blue'], /theme can't be blue/],
  ])('refuses %s', (args, message) => {
    const { err, code } = runCli(['config', ...args]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
