import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realFiles } from '../../src/platform/files.ts';

const directory = mkdtempSync(join(tmpdir(), 'swelearn-files-'));
const at = (name: string) => join(directory, name);
writeFileSync(at('text'), Buffer.from([0x61, 0xff, 0x62]));
mkdirSync(at('directory'));
symlinkSync('directory', at('to-directory'));
symlinkSync('loop', at('loop'));
execFileSync('mkfifo', [at('pipe')]);

describe('realFiles', () => {
  it('reads bad bytes as replacement characters', () => {
    expect(realFiles.readText(at('text'))).toEqual({ ok: true, text: 'a\ufffdb' });
  });

  it.each([
    ['nothing', 'there is no such file'],
    ['directory', 'it is a directory'],
    ['loop', 'it is a loop of symbolic links'],
    ['pipe', 'it is not a regular file'],
  ])('says why %s has no text, at once', (name, why) => {
    expect(realFiles.readText(at(name))).toEqual({ ok: false, why });
  });

  it('lists names in order, with what they lead to', () => {
    expect(realFiles.list(directory)).toEqual([
      { name: 'directory', kind: 'directory' },
      { name: 'loop', kind: 'other' },
      { name: 'pipe', kind: 'other' },
      { name: 'text', kind: 'file' },
      { name: 'to-directory', kind: 'directory' },
    ]);
    expect(realFiles.list(at('nothing'))).toEqual([]);
  });

  it('looks at links that lead nowhere without failing', () => {
    expect(realFiles.stat(at('loop'))).toBeUndefined();
    expect(realFiles.realPath(at('loop'))).toBeUndefined();
    expect(realFiles.stat(at('text'))).toMatchObject({ kind: 'file', bytes: 3 });
  });
});
