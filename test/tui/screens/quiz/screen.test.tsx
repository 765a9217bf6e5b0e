import { PassThrough } from 'node:stream';
import { render } from 'ink';
import { expect, it } from 'vitest';
import { inkStdout } from '../../../../src/tui/ink-stdout.ts';
import { Quiz } from '../../../../src/tui/screens/quiz/screen.tsx';
import { initialState } from '../../../../src/tui/screens/quiz/state.ts';
import type { QuizWorld, Turn } from '../../../../src/tui/screens/quiz/world.ts';
import { documentOf } from '../reader/sample.ts';
import { sheets, turnOf } from './sample.ts';

/** A quiz on streams: two questions, then the end. The world writes down what it was asked. */
function started(changes: Parameters<typeof turnOf>[1] = {}) {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const asked: unknown[] = [];
  let nowMs = 0;
  const turns: Turn[] = [turnOf(sheets.choice), { ...turnOf(sheets.choice), card: undefined }];
  const next = () => turns.shift() ?? turnOf(sheets.recall, { notice: 'nothing more' });
  const note = (...what: unknown[]) => {
    asked.push(what);
    return next();
  };
  const world: QuizWorld = {
    nowMs: () => nowMs,
    rate: (rating) => note('rate', rating),
    undo: () => note('undo'),
    suspend: () => note('suspend'),
    decideWording: (decision) => note('decide', decision),
    edit: async (file, line) => note('edit', file, line),
    tryExercise: (id) => asked.push(['try', id]),
    search: (words) => [{ topic: 'harbour', title: `all about ${words}`, context: '' }],
    openTopic: async (id) => documentOf(`# The card of ${id}`),
    open: async () => 'there is nothing to open',
    loadTools: async () => ({}),
    suspendProcess: () => asked.push('suspendProcess'),
  };
  const canvas = { onResize: () => () => undefined, drawAnew: () => undefined };
  let instance: ReturnType<typeof render> | undefined;
  const left = new Promise<number>((resolve) => {
    const leave = (code: number) => {
      instance?.unmount();
      resolve(code);
    };
    const initial = initialState(
      turnOf(sheets.recall, changes),
      { columns: 80, rows: 24 },
      'mono',
      0,
    );
    instance = render(<Quiz initial={initial} world={world} canvas={canvas} leave={leave} />, {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: inkStdout(stdout as unknown as NodeJS.WriteStream),
      exitOnCtrlC: false,
      patchConsole: false,
    });
  });
  const sees = (words: string) =>
    expect.poll(() => written.includes(words), { timeout: 15_000 }).toBe(true);
  /** Presses keys in one packet, a second after the last, and looks only at what is drawn from then on. */
  const press = (keys: string) => {
    written = '';
    nowMs += 1000;
    stdin.write(keys);
  };
  return { left, asked, sees, press };
}

it('leaves for an exercise on what was forgotten', async () => {
  const exercise = { id: 'pilot-lab', title: 'Without a pilot', minutes: 3 };
  const quiz = started({ exercise });
  await quiz.sees('t try');
  quiz.press('t');
  expect(await quiz.left).toBe(0);
  expect(quiz.asked).toEqual([['try', 'pilot-lab']]);
});

it('asks, keeps the ratings and leaves when nothing is left', async () => {
  const quiz = started();
  await quiz.sees('Space show');
  quiz.press(' ');
  await quiz.sees('captain stays in command');
  quiz.press('3');
  await quiz.sees('Which light');
  quiz.press('c');
  await quiz.sees('(•)');
  quiz.press('\r');
  await quiz.sees('Port is red');
  quiz.press('\r');
  expect(await quiz.left).toBe(0);
  expect(quiz.asked).toEqual([
    ['rate', 3],
    ['rate', 3],
  ]);
});

it.each([
  ['q', 0],
  ['\u0003', 130],
  ['q123', 0],
  ['\u00033 ', 130],
])('is left by %j, and nothing is rated', async (keys, code) => {
  const quiz = started();
  await quiz.sees('Space show');
  quiz.press(keys);
  expect(await quiz.left).toBe(code);
  expect(quiz.asked).toEqual([]);
});

it('does not rate by keys that come in one packet with the answer', async () => {
  const quiz = started();
  await quiz.sees('Space show');
  quiz.press('   334');
  await quiz.sees('captain stays in command');
  quiz.press('u');
  await quiz.sees('Which light');
  expect(quiz.asked).toEqual([['undo']]);
});

it('reads the topic card and comes back to the question', async () => {
  const quiz = started();
  await quiz.sees('Space show');
  quiz.press('c');
  await quiz.sees('The card of harbour');
  quiz.press('q');
  await quiz.sees('Space show');
  quiz.press('/');
  await quiz.sees('█');
  quiz.press('tides\r');
  await quiz.sees('all about tides');
  quiz.press('jk\r');
  await quiz.sees('The card of harbour');
  quiz.press('q');
  await quiz.sees('Space show');
  quiz.press('c');
  await quiz.sees('The card of harbour');
  quiz.press('\u0003');
  expect(await quiz.left).toBe(130);
});

it('edits the question, and goes to the shell and back', async () => {
  const quiz = started();
  await quiz.sees('Space show');
  quiz.press('e');
  await quiz.sees('Which light');
  quiz.press('\u001a');
  await expect.poll(() => quiz.asked.length).toBe(2);
  expect(quiz.asked).toEqual([['edit', 'harbour/questions.md', 7], 'suspendProcess']);
  quiz.press('q');
  expect(await quiz.left).toBe(0);
});
