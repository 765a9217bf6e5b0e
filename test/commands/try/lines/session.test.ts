import { expect, it } from 'vitest';
import { ExerciseRun } from '../../../../src/commands/try/exercise-run.ts';
import { LineSession } from '../../../../src/commands/try/lines/session.ts';
import type { Answer, Dialogue, Prompt, Result, Step } from '../../../../src/domain/dialogue.ts';
import type { Exercise, ExerciseKind } from '../../../../src/domain/exercise.ts';

const failed: Result = {
  passed: false,
  rating: 1,
  tries: 1,
  hints: 0,
  predictions: [],
  explanation: '',
};
const file: Prompt = { kind: 'file', text: 'Write it.', path: '/a.js' };
const words: Prompt = { kind: 'words', text: 'Why?' };
const step = (prompt: Prompt): Step => ({ said: [], prompt });

/** A session about an exercise whose answers lead to these steps; `typed` is what somebody typed, line by line. */
function setUp(
  kind: ExerciseKind,
  first: Prompt,
  answers: readonly ((saved: () => void) => Step | Promise<Step>)[],
  ...typed: readonly string[]
) {
  const given: Answer[] = [];
  const kept: Result[] = [];
  const printed: string[] = [];
  const listeners = new Set<() => void>();
  const save = () => {
    for (const listener of listeners) listener();
  };
  let restarts = 0;
  let interrupt: () => void = () => undefined;
  const dialogue = (): Dialogue => ({
    begin: () => step(first),
    answer: async (answer) => {
      given.push(answer);
      const next = answers[given.length - 1];
      if (!next) throw new Error('the machine is tired');
      return next(save);
    },
    hint: () => undefined,
    hintsLeft: 0,
    soFar: () => (given.length > 0 ? failed : undefined),
  });
  const run = new ExerciseRun({ task: { kind } } as Exercise, {
    nowMs: () => 0,
    dialogue,
    record: (result) => {
      kept.push(result);
      return 'due again tomorrow';
    },
  });
  const left = [...typed];
  const session = new LineSession(run, {
    lines: {
      next: async () => {
        const line = left.shift();
        if (line === '(waits)') return new Promise(() => undefined);
        return line ?? { end: 'input is over' };
      },
      interrupted: new Promise((resolve) => {
        interrupt = resolve;
      }),
      lend: (work) => work(),
      close: () => undefined,
    },
    paper: {
      say: (...lines) => printed.push(...lines),
      ask: () => undefined,
      print: async () => undefined,
    },
    width: 80,
    printCard: async () => undefined,
    restart: () => {
      restarts += 1;
      return run.restart();
    },
    watch: (_, onSaved) => {
      listeners.add(onSaved);
      return () => listeners.delete(onSaved);
    },
    edit: () => undefined,
  });
  return {
    session,
    given,
    kept,
    printed,
    listeners,
    save,
    interrupt: () => interrupt(),
    restarts: () => restarts,
  };
}

it('judges a program at each save, also at one that comes while it is judged', async () => {
  const judged = (save: () => void) => {
    save();
    return step(file);
  };
  const { session, given, printed } = setUp(
    'code',
    file,
    [judged, () => step(words)],
    '',
    '(waits)',
  );
  session.run();
  await expect.poll(() => printed.at(-2)).toBe('Why?');
  expect(given).toEqual([{ kind: 'run' }, { kind: 'run' }]);
});

it('watches no file any more once the learner has left', async () => {
  const { session, listeners } = setUp('code', file, [() => step(file)], '', 'q');
  expect(await session.run()).toBe('quit');
  expect(listeners.size).toBe(0);
});

it('leaves by Ctrl-C while a program is judged, and keeps what was tried', async () => {
  const { session, given, kept, interrupt } = setUp(
    'code',
    file,
    [() => new Promise(() => undefined)],
    '',
  );
  const going = session.run();
  await expect.poll(() => given).toHaveLength(1);
  interrupt();
  expect(await going).toBe('interrupted');
  expect(kept).toEqual([failed]);
});

it('keeps what was tried when something goes wrong, and says when it comes back', async () => {
  const { session, kept, printed } = setUp('code', file, [() => step(file)], '', '');
  await expect(session.run()).rejects.toThrow('the machine is tired');
  expect(kept).toEqual([failed]);
  expect(printed.at(-1)).toBe('Not passed yet: due again tomorrow.');
});

it('takes no program away without being told so, wherever the learner is', async () => {
  const answers = [() => step(words)];
  const no = setUp('code', file, answers, '', 'restart', 'no', 'quit');
  expect(await no.session.run()).toBe('quit');
  expect([no.restarts(), no.printed.includes('Nothing was changed.')]).toEqual([0, true]);
  const yes = setUp('code', file, answers, '', 'restart', 'yes', 'quit');
  await yes.session.run();
  expect(yes.restarts()).toBe(1);
  const tune = setUp('tune', words, [], 'restart', 'quit');
  await tune.session.run();
  expect(tune.restarts()).toBe(1);
});
