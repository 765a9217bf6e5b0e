import { expect, it } from 'vitest';
import { courseOf, doneOf, nextRung } from '../../../src/commands/try/course.ts';
import { ladderText } from '../../../src/commands/try/ladder-text.ts';
import type { Library } from '../../../src/content/library.ts';
import type { ReviewStore } from '../../../src/reviews/index.ts';

const topic = (id: string, prerequisites: readonly string[] = []) => ({
  id,
  title: `About ${id}`,
  prerequisites,
});
const exercise = (id: string, of: string) => ({
  id,
  title: `Try ${id}`,
  topic: of,
  level: 1,
  kind: 'predict',
  minutes: 3,
  fingerprint: id,
});
const library = {
  topics: () => [topic('a'), topic('b', ['a'])],
  exercises: () => [
    exercise('b-1', 'b'),
    exercise('b-2', 'b'),
    exercise('a-1', 'a'),
    exercise('a-2', 'a'),
  ],
} as unknown as Library;

/** Passed attempts are written with a `+`; a number after `:` is the day on which it comes back. */
const store = (...attempts: readonly string[]) => {
  const read = attempts.map((text) => {
    const [, sign, question = '', due] = /^([+-])([^:]+)(?::(\d+))?$/.exec(text) ?? [];
    return { question, passed: sign === '+', dueDay: Number(due ?? 99) };
  });
  const progress = read.map(
    ({ question, dueDay }) =>
      [question, { question, suspended: false, memory: { dueDay } }] as const,
  );
  return { attempts: () => read, progress: () => new Map(progress) } as unknown as ReviewStore;
};

const states = (...attempts: readonly string[]) =>
  Object.fromEntries(courseOf(library, store(...attempts), 10).map(({ id, state }) => [id, state]));

it('goes through topics in the library’s order, and through the exercises of each as its card does', () => {
  expect(courseOf(library, store(), 10).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1', 'b-2']);
});

it.each([
  ['-a-1', 'tried'],
  ['+a-1', 'passed'],
  ['+a-1:10', 'due'],
  ['+a-1:11', 'passed'],
  ['-a-1:5', 'tried'],
])('after %s the exercise is %s', (attempt, state) => {
  expect(states(attempt)).toEqual({ 'a-1': state, 'a-2': 'new', 'b-1': 'new', 'b-2': 'new' });
});

it('stays passed when it is failed later', () => {
  expect(states('+a-1', '-a-1:50')['a-1']).toBe('passed');
});

it('goes on with the next that was never passed, and begins again at the top', () => {
  const course = courseOf(library, store('+a-2', '-b-1'), 10);
  expect(nextRung(course)?.id).toBe('a-1');
  expect(nextRung(course, 'a-1')?.id).toBe('b-1');
  expect(nextRung(course, 'b-2')?.id).toBe('a-1');
  expect(doneOf(course)).toBe(1);
  const last = courseOf(library, store('+a-1', '+a-2', '+b-2', '-b-1'), 10);
  expect(nextRung(last, 'b-1')).toBeUndefined();
});

it('prints the ladder with what to type next, none of its lines wider than the terminal', () => {
  const course = courseOf(library, store('+a-1:3', '-a-2'), 10);
  expect(ladderText(course, 80)).toEqual([
    'About a',
    '  a-1  due again  predict   L1   3 min  Try a-1',
    '  a-2  not yet    predict   L1   3 min  Try a-2',
    '',
    'About b',
    '  b-1  new        predict   L1   3 min  Try b-1',
    '  b-2  new        predict   L1   3 min  Try b-2',
    '',
    '1 of 4 exercises done',
    'next: swelearn try a-2',
  ]);
  for (const line of ladderText(course, 40)) expect(line.length).toBeLessThanOrEqual(40);
});
