import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { Answer, Prompt, Step } from '../../../../src/domain/dialogue.ts';
import { UserError } from '../../../../src/domain/user-error.ts';
import { inkStdout } from '../../../../src/tui/ink-stdout.ts';
import { Exercise } from '../../../../src/tui/screens/exercise/screen.tsx';
import { initialState } from '../../../../src/tui/screens/exercise/state.ts';
import type { ExerciseEnd, ExerciseWorld } from '../../../../src/tui/screens/exercise/world.ts';
import type { SimulationWorld } from '../../../../src/tui/screens/simulation/world.ts';
import { bakery, midway } from '../simulation/sample.ts';
import { endWith, outcome, parse, prompts, story, viewOf } from './sample.ts';

const bakeryRun: SimulationWorld = {
  title: 'The bakery',
  seed: 7,
  runsForMicros: 600_000_000,
  pipeline: bakery,
  snapshot: () => midway,
  advance: () => undefined,
  step: () => undefined,
  restart: () => undefined,
  faults: () => [],
  inject: () => '',
  items: () => [],
  follow: () => undefined,
  nowMs: () => 0,
  onTick: () => () => undefined,
  suspendProcess: () => undefined,
};

/** An exercise on streams that goes through steps. The world writes down what it was asked. */
function started(prompt: Prompt, ...steps: readonly (Step | Error)[]) {
  const terminal = { isTTY: true, setRawMode: () => undefined, ref: () => undefined };
  const stdin = Object.assign(new PassThrough(), terminal, { unref: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (data) => {
    written += data;
  });
  const asked: unknown[] = [];
  const savers = new Set<() => void>();
  const left = [...steps];
  let nowMs = 0;
  const world: ExerciseWorld = {
    answer: async (answer: Answer) => {
      asked.push(answer);
      const step = left.shift();
      if (step instanceof Error || !step) throw step ?? new Error('nothing more was expected');
      return step;
    },
    hint: () => ({ kind: 'text', text: 'Think of the lease.' }),
    hintsLeft: () => 1,
    watch: async () => bakeryRun,
    edit: async (path) => {
      asked.push(['edit', path]);
      return 'there is no editor';
    },
    onSaved: (listener) => {
      savers.add(listener);
      return () => savers.delete(listener);
    },
    restart: async () => {
      asked.push('restart');
      return { said: [story], prompt };
    },
    kept: () => 'due again in 6 days',
    openCard: async () => ({
      reference: 'lease',
      title: 'The card',
      document: parse('# What a lease is'),
    }),
    open: async () => 'there is nothing to open',
    parse,
    loadTools: async () => ({}),
    nowMs: () => nowMs,
    suspendProcess: () => asked.push('suspended'),
  };
  const canvas = {
    onResize: () => () => undefined,
    drawAnew: () => asked.push('drawn anew'),
  };
  const view = viewOf({ said: [story], prompt });
  const initial = initialState(view, { columns: 80, rows: 24 }, 'mono', parse);
  const ended = new Promise<ExerciseEnd>((resolve) => {
    const finish = (end: ExerciseEnd) => {
      instance.unmount();
      resolve(end);
    };
    const instance = render(createElement(Exercise, { initial, world, canvas, finish }), {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: inkStdout(stdout as unknown as NodeJS.WriteStream),
      exitOnCtrlC: false,
      patchConsole: false,
    });
  });
  /** Waits for words on the screen that were not there before the last keys. */
  const sees = (words: string) =>
    expect.poll(() => stripVTControlCharacters(written), { timeout: 15_000 }).toContain(words);
  /** Presses keys in one packet, a second after the last, and looks only at what is drawn from then on. */
  const press = (keys: string) => {
    written = '';
    nowMs += 1000;
    stdin.write(keys);
  };
  const save = () => {
    written = '';
    for (const saved of savers) saved();
  };
  return { ended, asked, sees, press, save, savers };
}

it('predicts, watches the run, sees the outcome, explains it and goes on', async () => {
  const run = started(
    prompts.amount,
    { said: [], prompt: prompts.watch },
    { said: outcome, prompt: prompts.words },
    { said: [story], prompt: endWith({ passed: false, rating: 1 }) },
  );
  await run.sees('How many cakes are baked twice?');
  run.press('12');
  await run.sees('Enter sends');
  run.press('\r');
  await run.sees('Watch the run');
  run.press('\r');
  await run.sees('The bakery · seed 7');
  await run.sees('q your result');
  run.press('q');
  await run.sees('you said 12, it is 212');
  run.press('too short a lease');
  await run.sees('Enter done');
  run.press('\r');
  await run.sees('✗ Not passed · 1 try · due again in 6 days');
  run.press('n');
  expect(await run.ended).toEqual({ go: 'next', code: 0 });
  expect(run.asked).toEqual([
    { kind: 'amount', text: '12' },
    { kind: 'watched' },
    { kind: 'words', text: 'too short a lease' },
  ]);
});

it('leaves everything by Ctrl-C in the run and in the topic card', async () => {
  const watching = started(prompts.watch);
  await watching.sees('Enter watches');
  watching.press('\r');
  await watching.sees('The bakery · seed 7');
  watching.press('\u0003');
  expect(await watching.ended).toEqual({ go: 'quit', code: 130 });
  const reading = started(prompts.choice);
  await reading.sees('Name the cause');
  reading.press('c');
  await reading.sees('What a lease is');
  reading.press('q');
  await reading.sees('Name the cause');
  reading.press('c');
  await reading.sees('What a lease is');
  reading.press('\u0003');
  expect(await reading.ended).toEqual({ go: 'quit', code: 130 });
  expect(reading.asked).toEqual([]);
});

it('judges a program at each save, and listens no more once it is over', async () => {
  const again = { said: [{ kind: 'text', text: 'It fails.' }], prompt: prompts.file } as const;
  const run = started(prompts.file, again, { said: [], prompt: endWith() });
  await run.sees('judged each time');
  run.save();
  await run.sees('It fails.');
  run.press('e');
  await run.sees('there is no editor');
  run.save();
  await run.sees('✓ Passed');
  expect(run.savers.size).toBe(0);
  run.press('l');
  expect(await run.ended).toEqual({ go: 'list', code: 0 });
  expect(run.asked).toEqual([{ kind: 'run' }, ['edit', prompts.file.path], { kind: 'run' }]);
});

it('takes what a restart writes for no save', async () => {
  const run = started(prompts.file);
  await run.sees('judged each time');
  const [listener] = run.savers;
  run.press('x');
  await run.sees('Begin anew?');
  run.press('y');
  await expect.poll(() => run.asked).toEqual(['restart']);
  await expect.poll(() => [...run.savers].includes(listener ?? (() => undefined))).toBe(false);
  expect(run.savers.size).toBe(1);
});

it('gives a hint, begins anew and goes to the shell', async () => {
  const run = started(prompts.form);
  await run.sees('h hint (2)');
  run.press('h');
  await run.sees('Think of the lease.');
  run.press('x');
  await run.sees('Begin anew?');
  run.press('y');
  await run.sees('h hint (1)');
  run.press('\u001a');
  await expect.poll(() => run.asked).toEqual(['restart', 'suspended']);
  run.press('\u000c');
  await expect.poll(() => run.asked.at(-1)).toBe('drawn anew');
  run.press('s');
  expect(await run.ended).toEqual({ go: 'skip', code: 0 });
});

it('says what can’t be done, and lets it be tried again', async () => {
  const full = new UserError('the disk is full', 'make some room', 3);
  const run = started(prompts.choice, full, { said: [], prompt: prompts.amount });
  await run.sees('Name the cause');
  run.press('\r');
  await run.sees('✗ the disk is full make some room');
  run.press('\r');
  await run.sees('How many cakes');
  run.press('q');
  expect(await run.ended).toEqual({ go: 'quit', code: 0 });
});
