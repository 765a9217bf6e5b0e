import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { UserError } from '../../../../src/domain/user-error.ts';
import {
  type Followed,
  type ReaderWorld,
  resumeReader,
  runReader,
  type Stage,
} from '../../../../src/tui/index.tsx';
import { documentOf, other } from './sample.ts';

const first = documentOf('# Start\n\nSee [[lighthouse]].\n', 'first');
const DOWN = '\u001b[B';
const BACKSPACE = '\u007f';

/** A reader on streams, with a world that opens a document when it is told to. */
function started(
  leadsTo: Followed = other,
  exerciseOf = async (): Promise<string | undefined> => undefined,
) {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 60, rows: 12 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const waiting: (() => void)[] = [];
  const world: Omit<ReaderWorld, 'exercises'> = {
    open: () => new Promise((resolve) => waiting.push(() => resolve(leadsTo))),
    loadTools: async () => ({}),
    suspend: () => undefined,
  };
  const stage = {
    stdin: stdin as unknown as Stage['stdin'],
    stdout: stdout as unknown as Stage['stdout'],
    theme: 'mono',
    onMount: () => undefined,
    onResume: () => () => undefined,
  } as const;
  const ended = runReader(stage, first, {}, world, exerciseOf);
  const screen = { written: () => written, waiting, press: (keys: string) => stdin.write(keys) };
  return { ended, stage, world, ...screen };
}

const seen = (isSo: () => boolean) => expect.poll(isSo, { timeout: 15_000 }).toBe(true);

it.each([
  [`q${DOWN}`, 0],
  [`\u0003${DOWN}${DOWN}`, 130],
  [`${DOWN}q${DOWN}`, 0],
])('is left by %j in one packet', async (keys, code) => {
  const reader = started();
  await seen(() => reader.written().includes('q quit'));
  reader.press(keys);
  expect(await reader.ended).toEqual({ code });
});

it('follows a link when other keys come in the same packet', async () => {
  const reader = started();
  await seen(() => reader.written().includes('q quit'));
  reader.press(`\t\r${DOWN}`);
  await seen(() => reader.waiting.length === 1);
});

it('opens a document once, however often it was asked for while it was opened', async () => {
  const reader = started();
  await seen(() => reader.written().includes('q quit'));
  reader.press('\t\r');
  await seen(() => reader.waiting.length === 1);
  reader.press('\r');
  await seen(() => reader.waiting.length === 2);
  for (const open of reader.waiting) open();
  await seen(() => reader.written().includes('It turns.'));
  reader.press(BACKSPACE);
  reader.press(BACKSPACE);
  await seen(() => reader.written().includes('this is where you began'));
  reader.press('q');
  expect(await reader.ended).toEqual({ code: 0 });
});

it('is left by a link to an exercise, and goes on where it was', async () => {
  const reader = started({ exercise: 'lamp' });
  await seen(() => reader.written().includes('q quit'));
  reader.press('\t\r');
  await seen(() => reader.waiting.length === 1);
  for (const open of reader.waiting) open();
  const end = await reader.ended;
  if (!('exercise' in end)) throw new Error('it was left for good');
  expect(end).toMatchObject({ exercise: 'lamp', state: { selected: 0, requests: [] } });
  const resumed = resumeReader(reader.stage, end.state, reader.world, async () => undefined);
  reader.press('q');
  expect(await resumed).toEqual({ code: 0 });
});

it('goes to the exercise of its page by x, or says that there is none', async () => {
  const reader = started(other, async () => 'lamp');
  await seen(() => reader.written().includes('q quit'));
  reader.press('x');
  expect(await reader.ended).toMatchObject({ exercise: 'lamp' });
  const bare = started();
  await seen(() => bare.written().includes('q quit'));
  bare.press('x');
  await seen(() => bare.written().includes('there is no exercise to try here'));
  bare.press('q');
  expect(await bare.ended).toEqual({ code: 0 });
});

it('stays on the page when nobody can know what to try, and says why', async () => {
  const reader = started(other, async () => {
    throw new UserError('the history is damaged', 'bring a backup back');
  });
  await seen(() => reader.written().includes('q quit'));
  reader.press('x');
  await seen(() => reader.written().includes('the history is damaged'));
  reader.press('q');
  expect(await reader.ended).toEqual({ code: 0 });
});
