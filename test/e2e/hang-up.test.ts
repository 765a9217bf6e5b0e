import { resolve } from 'node:path';
import pty from '@lydell/node-pty';
import { expect, it } from 'vitest';
import { temporaryDirectory } from './run-cli.ts';

it('the reader ends when its terminal goes away', async () => {
  const bin = resolve(import.meta.dirname, '../../bin/swelearn.js');
  const reader = pty.spawn(process.execPath, [bin, 'study', 'visibility-timeout'], {
    cols: 80,
    rows: 24,
    env: {
      PATH: process.env.PATH ?? '',
      TERM: 'xterm-256color',
      SWELEARN_HOME: temporaryDirectory(),
    },
  });
  const ended = new Promise((done) => reader.onExit(() => done('ended')));
  let written = '';
  reader.onData((data) => {
    written += data;
    if (written.includes('? keys')) (reader as typeof reader & { destroy(): void }).destroy();
  });
  expect(await ended).toBe('ended');
});
