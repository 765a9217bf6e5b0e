import * as fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { writePieces } from '../../src/platform/write-pieces.ts';
import { writeAll } from '../../src/platform/writer.ts';

// Another file may have loaded what is tested here, with the system as it is.
vi.hoisted(() => vi.resetModules());
// What the system does is changed by some tests; elsewhere it is as it is.
vi.mock('node:fs', { spy: true });
afterAll(() => vi.resetModules());
afterEach(() => vi.resetAllMocks());

const home = () => mkdtempSync(join(tmpdir(), 'swelearn-pieces-'));
const read = (path: string) => readFileSync(path, 'utf8');
const refusal = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

describe('writePieces', () => {
  it('writes all pieces and makes directories, and leaves nothing beside the file', () => {
    const at = join(home(), 'a', 'b');
    writePieces(join(at, 'x.txt'), ['one, ', 'two'], { replace: false });
    expect([readdirSync(at), read(join(at, 'x.txt'))]).toEqual([['x.txt'], 'one, two']);
  });

  it('replaces only when told so', () => {
    const path = join(home(), 'x.txt');
    writeFileSync(path, 'mine');
    expect(() => writePieces(path, ['new'], { replace: false })).toThrow(/already.*\n.*--force/);
    expect(read(path)).toBe('mine');
    writePieces(path, ['new'], { replace: true });
    expect(read(path)).toBe('new');
  });

  it('goes on when the system takes less than it was given', async () => {
    const path = join(home(), 'x.txt');
    const { writeSync } = await vi.importActual<typeof fs>('node:fs');
    vi.mocked(fs.writeSync).mockImplementation(((file: number, bytes: Buffer, at: number) =>
      writeSync(file, bytes, at, Math.min(2, bytes.length - at))) as typeof fs.writeSync);
    writePieces(path, ['nöthing is lost'], { replace: true });
    expect(read(path)).toBe('nöthing is lost');
  });

  it('leaves nothing behind when it fails, be it in the middle', () => {
    const at = home();
    const path = join(at, 'x.txt');
    writeFileSync(path, 'mine');
    const torn = function* () {
      yield 'one';
      throw new Error('no more');
    };
    expect(() => writePieces(path, torn(), { replace: true })).toThrow('no more');
    vi.mocked(fs.fsyncSync).mockImplementation(refusal('ENOSPC'));
    expect(() => writePieces(path, ['new'], { replace: true })).toThrow(/disk is full/);
    expect([readdirSync(at), read(path)]).toEqual([['x.txt'], 'mine']);
  });
});

it('says what is in the way where a directory should be', () => {
  const path = join(home(), 'x.txt');
  writeFileSync(path, 'mine');
  const write = () => writePieces(join(path, 'y', 'z.txt'), ['new'], { replace: true });
  expect(write).toThrow(expect.objectContaining({ name: 'UserError' }));
});

describe('a disk that knows no second name for a file', () => {
  it.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('(%s) is written to like any other', (code) => {
    const at = home();
    vi.mocked(fs.linkSync).mockImplementation(refusal(code));
    writePieces(join(at, 'a.txt'), ['a'], { replace: false });
    writeAll([{ path: join(at, 'b.txt'), text: 'b' }], { replace: false });
    expect(readdirSync(at)).toEqual(['a.txt', 'b.txt']);
    expect([read(join(at, 'a.txt')), read(join(at, 'b.txt'))]).toEqual(['a', 'b']);
  });
});
