import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupsDirectory } from '../../src/commands/backup/backups.ts';
import { exportForAnki } from '../../src/commands/export/anki-file.ts';
import { exportHistory } from '../../src/commands/export/history.ts';
import { importHistory } from '../../src/commands/import/history.ts';
import { isHistory } from '../../src/commands/import/is-history.ts';
import { openStore, progressFile } from '../../src/commands/open-store.ts';
import { type FakeHost, fakeHost } from '../fixtures/fake-host.ts';
import { type Act, perform } from '../reviews/random-history.ts';

const options = { content: [], plain: false, color: true, dryRun: false, json: false };
const KNOWN = 'visibility-timeout-what';

const review = (question: string): Act => ({
  kind: 'review',
  question,
  rating: 3,
  set: 0,
  afterMs: 1000,
});

function answer(host: FakeHost, ...questions: string[]): void {
  const store = openStore(host);
  perform(store, questions.map(review));
  store.close();
}

function stateOf(host: FakeHost) {
  const store = openStore(host);
  const state = { entries: [...store.entries()], progress: store.progress() };
  store.close();
  return state;
}

describe('export', () => {
  it('writes to a file what import takes on another machine', async () => {
    const [one, two] = [fakeHost(), fakeHost()];
    answer(one, 'a', 'b', 'a');
    await exportHistory(one, 'history.json', { force: false });
    expect(one.said().err).toBe('wrote history.json\n');
    await importHistory(two, join(one.cwd, 'history.json'), options);
    expect(two.said().out).toMatch(/^3 entries new, 0 known already, 2 questions not in your/);
    expect(stateOf(two)).toEqual(stateOf(one));
  });

  it('writes to standard output for -', async () => {
    const host = fakeHost();
    answer(host, 'a');
    await exportHistory(host, '-', { force: false });
    expect(JSON.parse(host.said().out)).toMatchObject({
      format: 'swelearn-history',
      exportedAt: '2026-11-21T09:15:00.000Z',
      preferences: { theme: 'auto', interview: null },
      entries: [{ question: 'a' }],
    });
  });

  it('is not hindered by preferences that are torn, and tells of them', async () => {
    const host = fakeHost();
    answer(host, 'a');
    mkdirSync(host.paths.config, { recursive: true });
    writeFileSync(join(host.paths.config, 'preferences.json'), '{"theme": "li');
    await exportHistory(host, '-', { force: false });
    const { out, err } = host.said();
    expect(JSON.parse(out)).toMatchObject({
      preferences: { theme: 'auto' },
      entries: [{ question: 'a' }],
    });
    expect(err).toMatch(/^swelearn: .*preferences\.json can't be used: .*\n$/);
  });

  it('makes the directories above its file', async () => {
    const host = fakeHost();
    await exportHistory(host, 'to/keep/history.json', { force: false });
    expect(readdirSync(join(host.cwd, 'to/keep'))).toEqual(['history.json']);
  });

  it('of no history at all makes none, and is a history', async () => {
    const host = fakeHost();
    await exportHistory(host, 'history.json', { force: false });
    expect(existsSync(progressFile(host))).toBe(false);
    await importHistory(host, 'history.json', options);
    expect(host.said().out).toMatch(/^0 entries new, 0 known/);
  });

  it('never overwrites untold', async () => {
    const host = fakeHost();
    writeFileSync(join(host.cwd, 'mine'), 'mine');
    await expect(exportHistory(host, 'mine', { force: false })).rejects.toThrow(
      /already.*\n.*--force/,
    );
    expect(readFileSync(join(host.cwd, 'mine'), 'utf8')).toBe('mine');
    await exportHistory(host, 'mine', { force: true });
    expect(readFileSync(join(host.cwd, 'mine'), 'utf8')).toContain('swelearn-history');
    expect(readdirSync(host.cwd).filter((name) => name.includes('mine'))).toEqual(['mine']);
  });

  it('writes a note for every question for Anki', async () => {
    const host = fakeHost();
    await exportForAnki(host, 'questions.txt', { ...options, force: false });
    const [, count = ''] = /^wrote ([\d,]+) questions/.exec(host.said().err) ?? [];
    const text = readFileSync(join(host.cwd, 'questions.txt'), 'utf8');
    const notes = text.match(/^"[a-z0-9-]+"\t"swelearn::/gm) ?? [];
    expect(notes.length).toBe(Number(count.replace(',', '')));
    expect(notes.length).toBeGreaterThan(10);
  });
});

describe('import of a history', () => {
  it.each([
    ['history.json', ''],
    ['notes.md', '\n { "format": "swelearn-history" }'],
  ])('knows one by its name or its content: %s', (name, text) => {
    const host = fakeHost();
    writeFileSync(join(host.cwd, name), text);
    expect(isHistory(host, name)).toBe(true);
  });

  it.each(['# Notes', '{% raw %}', '', '{ not json }'])('takes %j for Markdown', (text) => {
    const host = fakeHost();
    writeFileSync(join(host.cwd, 'notes.md'), text);
    expect(isHistory(host, 'notes.md')).toBe(false);
  });

  it('merges both ways to the same, backs up first, and counts nothing twice', async () => {
    const [one, two] = [fakeHost(), fakeHost()];
    answer(one, 'a', KNOWN);
    answer(two, 'b');
    await exportHistory(one, join(two.cwd, 'one.json'), { force: false });
    await exportHistory(two, join(one.cwd, 'two.json'), { force: false });
    await importHistory(one, 'two.json', options);
    await importHistory(two, 'one.json', options);
    await importHistory(two, 'one.json', options);
    const [first, second] = two.said().out.split('\n');
    expect([first, second]).toEqual([
      expect.stringMatching(/^2 entries new, 0 known already/),
      expect.stringMatching(/^0 entries new, 2 known already/),
    ]);
    expect(stateOf(two)).toEqual(stateOf(one));
    expect(readdirSync(backupsDirectory(progressFile(one)))).toEqual([
      expect.stringMatching(/-import\.sqlite$/),
    ]);
  });

  it('only says what it would do with --dry-run', async () => {
    const host = fakeHost();
    answer(host, 'a');
    await exportHistory(host, 'history.json', { force: false });
    const before = stateOf(host);
    const other = fakeHost();
    answer(other, 'b', 'c');
    await exportHistory(other, join(host.cwd, 'other.json'), { force: false });
    await importHistory(host, 'other.json', { ...options, dryRun: true, json: true });
    expect(JSON.parse(host.said().out)).toEqual({
      schema: 'swelearn.import-history/1',
      added: 2,
      known: 0,
      unknown: ['b', 'c'],
    });
    await importHistory(host, 'history.json', { ...options, dryRun: true });
    expect(host.said().out).toMatch(/^0 entries would be new, 1 known already/);
    expect(stateOf(host)).toEqual(before);
    expect(existsSync(backupsDirectory(progressFile(host)))).toBe(false);
  });

  it('takes nothing when the content that it is compared with is not there', async () => {
    const [host, other] = [fakeHost(), fakeHost()];
    answer(other, 'b');
    await exportHistory(other, join(host.cwd, 'other.json'), { force: false });
    const missing = importHistory(host, 'other.json', { ...options, content: ['/nowhere'] });
    await expect(missing).rejects.toThrow(/nowhere/);
    expect(existsSync(progressFile(host))).toBe(false);
  });

  it('takes nothing of a file in which anything is wrong', async () => {
    const host = fakeHost();
    answer(host, 'a', 'b');
    await exportHistory(host, 'history.json', { force: false });
    const path = join(host.cwd, 'history.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/"rating":3(?![\s\S]*"rating")/, '"rating":"\\u001b[31m"'),
    );
    const before = stateOf(host);
    const error = await importHistory(host, 'history.json', options).catch(String);
    expect(error).toMatch(/history\.json can't be imported: entries\[1\]\.rating must be one of/);
    expect(error).not.toMatch(/\u001b/);
    expect(stateOf(host)).toEqual(before);
    await expect(importHistory(host, 'nowhere.json', options)).rejects.toThrow(/no such file/);
  });
});
