import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { explainWriting } from '../../src/platform/write-trouble.ts';
import { isThere, writeAll } from '../../src/platform/writer.ts';

const home = () => mkdtempSync(join(tmpdir(), 'swelearn-writer-'));
const read = (path: string) => readFileSync(path, 'utf8');

function failure(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('writeAll', () => {
  it('makes directories and leaves nothing beside the files', () => {
    const at = join(home(), 'a', 'b');
    expect(writeAll([{ path: join(at, 'card.md'), text: 'x' }], { replace: false })).toEqual([]);
    expect(readdirSync(at)).toEqual(['card.md']);
  });

  it('touches neither a .new file that is there nor what a .new link points to', () => {
    const at = home();
    const [card, other] = [join(at, 'card.md'), join(at, 'other.md')];
    writeFileSync(join(at, 'precious'), 'precious');
    symlinkSync(join(at, 'precious'), `${card}.new`);
    writeFileSync(`${other}.new`, 'mine');
    writeAll(
      [
        { path: card, text: 'x' },
        { path: other, text: 'y' },
      ],
      { replace: false },
    );
    expect([read(join(at, 'precious')), read(`${other}.new`), read(card), read(other)]).toEqual([
      'precious',
      'mine',
      'x',
      'y',
    ]);
  });

  it('never replaces untold, and then writes nothing at all', () => {
    const at = home();
    writeFileSync(join(at, 'b.md'), 'mine');
    const targets = ['a.md', 'deep/er/c.md', 'b.md'].map((name) => ({
      path: join(at, name),
      text: 'x',
    }));
    expect(failure(() => writeAll(targets, { replace: false }))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(join(at, 'b.md')),
    });
    expect([readdirSync(at), read(join(at, 'b.md'))]).toEqual([['b.md'], 'mine']);
  });

  it('takes a link that leads nowhere for something that is there', () => {
    const at = home();
    const path = join(at, 'card.md');
    symlinkSync(join(at, 'gone'), path);
    expect(isThere(path)).toBe(true);
    failure(() => writeAll([{ path, text: 'x' }], { replace: false }));
    expect([lstatSync(path).isSymbolicLink(), existsSync(join(at, 'gone'))]).toEqual([true, false]);
  });

  it('keeps files and links that it replaces under the first free names', () => {
    const at = home();
    const [card, link] = [join(at, 'card.md'), join(at, 'link.md')];
    writeFileSync(card, 'old');
    symlinkSync('nowhere', `${card}.bak`);
    writeFileSync(join(at, 'precious'), 'precious');
    symlinkSync('precious', link);
    const targets = [card, link].map((path) => ({ path, text: 'x' }));
    expect(writeAll(targets, { replace: true })).toEqual([`${card}.bak2`, `${link}.bak`]);
    expect([read(card), read(`${card}.bak2`), read(link), readlinkSync(`${link}.bak`)]).toEqual([
      'x',
      'old',
      'x',
      'precious',
    ]);
    expect(read(join(at, 'precious'))).toBe('precious');
  });

  it('makes no backup and changes nothing when a later file fails', () => {
    const at = home();
    writeFileSync(join(at, 'a.md'), 'old');
    mkdirSync(join(at, 'b.md'));
    const targets = ['a.md', 'b.md'].map((name) => ({ path: join(at, name), text: 'x' }));
    expect(failure(() => writeAll(targets, { replace: true })).message).toMatch(
      /b\.md is no file\n.*nothing was written/,
    );
    expect([readdirSync(at), read(join(at, 'a.md'))]).toEqual([['a.md', 'b.md'], 'old']);
  });

  it('says why it cannot write, and what to do', () => {
    const at = home();
    writeFileSync(join(at, 'file'), '');
    const write = (...names: string[]) =>
      failure(() => writeAll([{ path: join(at, ...names), text: 'x' }], { replace: false }));
    expect(write('file', 'card.md').message).toMatch(/card\.md can't be written: .*\n.*directory/);
    expect(write(`${'x'.repeat(300)}.md`).message).toMatch(/the name is too long\n/);
    expect(write('file', 'card.md').exitCode).toBe(2);
  });

  it.each([
    ['EACCES', /you may not write there\n.*permissions/],
    ['ENOSPC', /the disk is full\n.*room/],
    ['EIO', /EIO\n.*another directory/],
  ])('has words for %s', (code, words) => {
    const told = explainWriting(Object.assign(new Error(code), { code }), '/x/card.md');
    expect(told).toBeInstanceOf(UserError);
    expect(String(told)).toMatch(words);
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not write', () => {
    const at = home();
    chmodSync(at, 0o500);
    const error = failure(() =>
      writeAll([{ path: join(at, 'a.md'), text: '' }], { replace: true }),
    );
    expect(error.message).toMatch(/you may not write there\n.*permissions/);
  });
});
