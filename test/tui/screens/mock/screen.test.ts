import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import { inkStdout } from '../../../../src/tui/ink-stdout.ts';
import { Mock } from '../../../../src/tui/screens/mock/screen.tsx';
import { initialState } from '../../../../src/tui/screens/mock/state.ts';
import type {
  MockAnswer,
  MockQuestion,
  MockWorld,
} from '../../../../src/tui/screens/mock/world.ts';
import { pilot, tide } from './sample.ts';

const ENTER = '\r';
const ESC = '\u001b';

/** An interview on streams, with a clock that is told the time, and a world that keeps what it is asked. */
function started(next: readonly MockQuestion[]) {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const clock = { nowMs: 0 };
  const listeners = new Set<() => void>();
  const left = [...next];
  const asked: MockQuestion[] = [tide];
  let answers: readonly MockAnswer[] = [];
  const calls: unknown[] = [];
  const world: MockWorld = {
    nowMs: () => clock.nowMs,
    endsAtMs: 10 * 60_000,
    onTick: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (text, durationMs, isPassed) => {
      calls.push(['answer', text, durationMs, isPassed]);
      const question = asked.at(-1) ?? tide;
      answers = [...answers, { question, text, durationMs, isPassed, ticked: [] }];
      const following = left.shift();
      if (following) asked.push(following);
      return following;
    },
    answers: () => answers,
    review: (index, ticked, rating) => {
      calls.push(['review', index, ticked, rating]);
      answers = answers.map((each, at) => (at === index ? { ...each, ticked, rating } : each));
      return undefined;
    },
    loadTools: async () => ({}),
    suspendProcess: () => calls.push('suspended'),
  };
  const times = { endsAtMs: world.endsAtMs, nowMs: 0 };
  const initial = initialState(tide, { columns: 80, rows: 24 }, 'mono', times);
  const ended = new Promise<0 | 130>((leave) => {
    const canvas = { onResize: () => () => undefined, drawAnew: () => undefined };
    const end = (code: 0 | 130) => {
      instance.unmount();
      leave(code);
    };
    const instance = render(createElement(Mock, { initial, world, canvas, leave: end }), {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: inkStdout(stdout as unknown as NodeJS.WriteStream),
      exitOnCtrlC: false,
      patchConsole: false,
    });
  });
  /** Waits for words on the screen that were not there before the last keys. */
  const seen = (words: string) =>
    expect.poll(() => stripVTControlCharacters(written), { timeout: 15_000 }).toContain(words);
  const press = (keys: string, afterMs = 10_000) => {
    written = '';
    clock.nowMs += afterMs;
    stdin.write(keys);
  };
  const tick = (nowMs: number) => {
    written = '';
    clock.nowMs = nowMs;
    for (const listener of listeners) listener();
  };
  return { ended, calls, seen, press, tick, listeners };
}

it('asks, reviews and leaves by itself, and the world hears of all of it', async () => {
  const mock = started([pilot]);
  await mock.seen('Answer aloud, or type.');
  expect(mock.listeners.size).toBe(1);
  mock.press('the bar is shallow');
  await mock.seen('shallow');
  mock.tick(61_000);
  await mock.seen('08:59 left');
  mock.press(ENTER);
  await mock.seen('question 2');
  mock.press(ENTER);
  await mock.seen('review 1 of 2');
  expect(mock.listeners.size).toBe(0);
  mock.press('2');
  await mock.seen('review 2 of 2');
  mock.press(ENTER);
  expect(await mock.ended).toBe(0);
  expect(mock.calls).toEqual([
    ['answer', 'the bar is shallow', 71_000, false],
    ['answer', '', 10_000, false],
    ['review', 0, [true, false, false], 2],
    ['review', 1, [false, false, false], 3],
  ]);
});

it('keeps what was typed when the interview is ended early', async () => {
  const mock = started([pilot]);
  await mock.seen('Answer aloud, or type.');
  mock.press('half');
  await mock.seen('half');
  mock.press(ESC);
  await mock.seen('End the interview?');
  mock.press('y');
  await mock.seen('review 1 of 1');
  mock.press('q');
  expect(await mock.ended).toBe(0);
  expect(mock.calls).toEqual([['answer', 'half', 30_000, false]]);
});

it('is left at once by Ctrl-C, with what was typed', async () => {
  const mock = started([pilot]);
  await mock.seen('Answer aloud, or type.');
  mock.press('half');
  await mock.seen('half');
  mock.press('\u0003');
  expect(await mock.ended).toBe(130);
  expect(mock.calls).toEqual([['answer', 'half', 20_000, false]]);
});

it('leaves when it is ended before anything was answered', async () => {
  const mock = started([pilot]);
  await mock.seen('Answer aloud, or type.');
  mock.press(ESC);
  await mock.seen('End the interview?');
  mock.press('y');
  expect(await mock.ended).toBe(0);
  expect(mock.calls).toEqual([]);
});

it('gives the terminal back to the shell when asked', async () => {
  const mock = started([]);
  await mock.seen('Answer aloud, or type.');
  mock.press('\u001a');
  await expect.poll(() => mock.calls).toEqual(['suspended']);
  mock.press('\u0003');
  expect(await mock.ended).toBe(130);
});
