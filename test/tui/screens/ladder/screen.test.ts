import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import { inkStdout } from '../../../../src/tui/ink-stdout.ts';
import { Ladder } from '../../../../src/tui/screens/ladder/screen.tsx';
import type { LadderEnd } from '../../../../src/tui/screens/ladder/view.ts';
import { ladder } from './sample.ts';

it('lets an exercise be found and chosen, and goes to the shell and back', async () => {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const asked: string[] = [];
  const canvas = { onResize: () => () => undefined, drawAnew: () => asked.push('drawn anew') };
  const suspend = () => {
    asked.push('suspended');
  };
  const ended = new Promise<LadderEnd>((resolve) => {
    const finish = (end: LadderEnd) => {
      instance.unmount();
      resolve(end);
    };
    const instance = render(createElement(Ladder, { initial: ladder(), canvas, suspend, finish }), {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: inkStdout(stdout as unknown as NodeJS.WriteStream),
      exitOnCtrlC: false,
      patchConsole: false,
    });
  });
  const sees = (words: string) =>
    expect.poll(() => stripVTControlCharacters(written), { timeout: 15_000 }).toContain(words);
  await sees('2 of 5 done');
  stdin.write('\u001a');
  await expect.poll(() => asked).toEqual(['suspended']);
  stdin.write('\u000c');
  await expect.poll(() => asked).toEqual(['suspended', 'drawn anew']);
  stdin.write('/lease');
  await sees('/lease█');
  stdin.write('\r');
  expect(await ended).toEqual({ id: 'a-long-lease' });
});
