import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import { inkStdout } from '../../../../src/tui/ink-stdout.ts';
import { Simulation } from '../../../../src/tui/screens/simulation/screen.tsx';
import { initialState } from '../../../../src/tui/screens/simulation/state.ts';
import type { SimulationWorld, Snapshot } from '../../../../src/tui/screens/simulation/world.ts';
import { bakery, midway, over } from './sample.ts';

const END_MICROS = 600_000_000;
const STEP_MICROS = 7_000;

/** A run on streams, with a clock that is told the time, and a world that keeps what it is asked. */
function started() {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const clock = { nowMs: 0 };
  const listeners = new Set<() => void>();
  const calls: unknown[] = [];
  let nowMicros = 0;
  let followed: string | undefined;
  const snapshot = (): Snapshot => ({
    ...midway,
    nowMicros,
    ...(followed === undefined ? {} : { followed: { trace: followed, lines: midway.story } }),
    ...(nowMicros >= END_MICROS && over.ended ? { ended: over.ended } : {}),
  });
  const world: SimulationWorld = {
    title: 'The bakery',
    seed: 7,
    runsForMicros: END_MICROS,
    pipeline: bakery,
    snapshot,
    advance: (micros) => {
      nowMicros = Math.min(END_MICROS, nowMicros + micros);
    },
    step: () => {
      nowMicros += STEP_MICROS;
    },
    restart: () => {
      nowMicros = 0;
    },
    faults: () => [{ key: 'crash', label: 'crash a baker' }],
    inject: (key) => {
      calls.push(['inject', key, nowMicros]);
      return 'Baker 2 crashed.';
    },
    items: (search) => [{ trace: `cake-${search}7`, about: 'waits' }],
    follow: (trace) => {
      followed = trace;
    },
    nowMs: () => clock.nowMs,
    onTick: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    suspendProcess: () => calls.push('suspended'),
  };
  const initial = initialState(world, { columns: 80, rows: 24 }, 'mono');
  const ended = new Promise<0 | 130>((leave) => {
    const canvas = { onResize: () => () => undefined, drawAnew: () => calls.push('drawn anew') };
    const end = (code: 0 | 130) => {
      instance.unmount();
      leave(code);
    };
    const instance = render(createElement(Simulation, { initial, world, canvas, leave: end }), {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: inkStdout(stdout as unknown as NodeJS.WriteStream),
      exitOnCtrlC: false,
      patchConsole: false,
    });
  });
  /** Waits for words on the screen that were not there before the last keys. */
  const seen = (words: string) =>
    expect.poll(() => stripVTControlCharacters(written), { timeout: 15_000 }).toContain(words);
  const press = (keys: string) => {
    written = '';
    stdin.write(keys);
  };
  const tick = (afterMs: number) => {
    written = '';
    clock.nowMs += afterMs;
    for (const listener of listeners) listener();
  };
  /** Waits for words that come by themselves, sooner or later, as long as there are ticks. */
  const seenWhileTimePasses = (words: string) => {
    const look = () => {
      for (const listener of listeners) listener();
      return stripVTControlCharacters(written);
    };
    return expect.poll(look, { timeout: 15_000 }).toContain(words);
  };
  return {
    ended,
    calls,
    seen,
    seenWhileTimePasses,
    press,
    tick,
    listeners,
    followed: () => followed,
  };
}

it('plays, pauses, steps, hurries to the end and begins again', async () => {
  const run = started();
  await run.seen('0:00.0 of 10:00  playing 10x');
  run.tick(200);
  await run.seen('0:02.0 of 10:00');
  run.press(' ');
  await run.seen('0:02.000 of 10:00  paused');
  await expect.poll(() => run.listeners.size).toBe(0);
  run.press('..');
  await run.seen('0:02.014 of 10:00  paused');
  run.press('e');
  await run.seenWhileTimePasses('ended at 10:00');
  run.press('r');
  await run.seen('0:00.0 of 10:00  playing 10x');
  run.press('q');
  expect(await run.ended).toBe(0);
});

it('breaks something at the moment that is shown, and says what', async () => {
  const run = started();
  await run.seen('playing');
  run.press(' ');
  await run.seen('paused');
  run.press('f');
  await run.seen('crash a baker');
  run.press('\r');
  await run.seen('Baker 2 crashed.');
  expect(run.calls).toEqual([['inject', 'crash', 0]]);
  run.press('\u0003');
  expect(await run.ended).toBe(130);
});

it('finds a message and follows it', async () => {
  const run = started();
  await run.seen('playing');
  run.press('/4');
  await run.seen('cake-47');
  run.press('\r');
  await run.seen('Following cake-47');
  run.press('\r');
  await run.seen('The story of cake-47');
  run.press('\u0003');
  expect(await run.ended).toBe(130);
});

it('follows a message whose name was pasted with its Enter', async () => {
  const run = started();
  await run.seen('playing');
  run.press('/4\r');
  await run.seen('Following cake-47');
  run.press('\u001b');
  await expect.poll(() => run.followed()).toBeUndefined();
  run.press('q');
  expect(await run.ended).toBe(0);
});

it('hands the terminal to the shell, and draws anew when asked', async () => {
  const run = started();
  await run.seen('playing');
  run.press('\u001a');
  await expect.poll(() => run.calls).toEqual(['suspended']);
  run.press('\u000c');
  await expect.poll(() => run.calls).toEqual(['suspended', 'drawn anew']);
  run.press('q');
  expect(await run.ended).toBe(0);
});
