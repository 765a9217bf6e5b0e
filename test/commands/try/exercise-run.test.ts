import { expect, it } from 'vitest';
import { ExerciseRun } from '../../../src/commands/try/exercise-run.ts';
import type { Dialogue, Result, Step } from '../../../src/domain/dialogue.ts';
import type { Exercise, ExerciseKind } from '../../../src/domain/exercise.ts';

const result = (passed: boolean): Result => ({
  passed,
  rating: passed ? 3 : 1,
  tries: 1,
  hints: 0,
  predictions: [],
  explanation: '',
});
const ask: Step = { said: [], prompt: { kind: 'amount', text: 'How many?', example: '' } };

/** A dialogue of one ask: any answer but “later” and “nearly” ends it; after “nearly” it is passed already. */
function setUp(kind: ExerciseKind = 'predict') {
  const clock = { ms: 1000 };
  const kept: [Result, number][] = [];
  const made: boolean[] = [];
  const dialogue = (): Dialogue => {
    let soFar: Result | undefined;
    return {
      begin: () => ask,
      answer: async (answer) => {
        const text = 'text' in answer ? answer.text : '';
        soFar = result(text === 'nearly');
        const isOver = text !== 'later' && text !== 'nearly';
        return isOver ? { said: [], prompt: { kind: 'end', result: result(true) } } : ask;
      },
      hint: () => undefined,
      hintsLeft: 2,
      soFar: () => soFar,
    };
  };
  const run = new ExerciseRun({ task: { kind } } as Exercise, {
    nowMs: () => clock.ms,
    dialogue: (again) => {
      made.push(again);
      return dialogue();
    },
    record: (each, durationMs) => {
      kept.push([each, durationMs]);
      return 'due again tomorrow';
    },
  });
  return { run, kept, made, clock };
}

const say = (text: string) => ({ kind: 'amount', text }) as const;

it('keeps a result once, with the time that it took, before it is shown', async () => {
  const { run, kept, clock } = setUp();
  run.begin();
  clock.ms += 90_000;
  await run.answer(say('40'));
  expect(kept).toEqual([[result(true), 90_000]]);
  expect(run.comesBack).toBe('due again tomorrow');
  run.leave();
  expect(kept).toHaveLength(1);
});

it('keeps what was tried when the learner leaves, and nothing when nothing was', async () => {
  const one = setUp();
  one.run.leave();
  expect(one.kept).toEqual([]);
  const other = setUp();
  await other.run.answer(say('later'));
  other.run.leave();
  expect(other.kept.map(([each]) => each.passed)).toEqual([false]);
});

it('counts an hour at most, and nothing when the clock went back', async () => {
  const { run, kept, clock } = setUp();
  clock.ms += 5 * 3_600_000;
  await run.answer(say('40'));
  run.restart();
  clock.ms -= 1_000_000;
  await run.answer(say('40'));
  expect(kept.map(([, ms]) => ms)).toEqual([3_600_000, 0]);
});

it.each<[ExerciseKind, number]>([
  ['predict', 1],
  ['diagnose', 1],
  ['tune', 0],
  ['code', 0],
])('begins a %s anew; what was seen of it is kept %i times', async (kind, times) => {
  const { run, kept, made } = setUp(kind);
  await run.answer(say('later'));
  run.restart();
  expect(kept).toHaveLength(times);
  expect(made).toEqual([false, true]);
});

it('is Hard at best once it was begun anew after a try', async () => {
  const { run, kept } = setUp('tune');
  await run.answer(say('later'));
  run.restart();
  await run.answer(say('40'));
  expect(kept.map(([{ passed, rating }]) => [passed, rating])).toEqual([[true, 2]]);
});

it('asks the same again when nothing of it was seen', () => {
  const { run, made } = setUp();
  run.restart();
  expect(made).toEqual([false, false]);
});

it('keeps a pass that is still to be explained when the learner begins anew', async () => {
  const { run, kept } = setUp('tune');
  await run.answer(say('nearly'));
  run.restart();
  expect(kept.map(([each]) => each.passed)).toEqual([true]);
});
