import { expect, it } from 'vitest';
import { answersOf } from '../../src/statistics/answers.ts';
import { exerciseStatistics } from '../../src/statistics/exercises.ts';
import { attempt, exercise } from '../fixtures/attempts.ts';
import { review } from '../fixtures/reviews.ts';

const exercises = [
  exercise('mails'),
  exercise('retries'),
  exercise('lease', { kind: 'tune' }),
  exercise('program', { kind: 'code' }),
];
const predictions = ['How many?: you said 40, it is 118'];

it('counts what was tried and passed by kind, each exercise once', () => {
  const attempts = [
    attempt({ day: 1, question: 'mails', passed: false }),
    attempt({ day: 2, question: 'mails', durationMs: 60_000 }),
    attempt({ day: 3, question: 'lease', passed: false }),
    attempt({ day: 4, question: 'gone from the library' }),
  ];
  const { kinds, ...rest } = exerciseStatistics(exercises, attempts, []);
  expect(kinds).toEqual([
    { kind: 'predict', all: 2, tried: 1, passed: 1 },
    { kind: 'tune', all: 1, tried: 1, passed: 0 },
    { kind: 'code', all: 1, tried: 0, passed: 0 },
  ]);
  expect(rest).toMatchObject({ attempts: 4, spentMs: 600_000, recent: [] });
});

it('tells how near predictions came, by what their reviews were rated', () => {
  const rated = [3, 1, 2, 3, 1, 1] as const;
  const answers = answersOf(
    rated.map((rating, day) => review({ day, question: 'mails', rating, source: 'exercise' })),
  );
  const attempts = rated.map((_, day) => attempt({ day, question: 'mails', predictions }));
  const others = [attempt({ day: 9, question: 'lease' })];
  const { predictions: near } = exerciseStatistics(exercises, [...attempts, ...others], answers);
  expect(near).toEqual({ right: 2, close: 1, wrong: 3 });
});

it('shows the last five predictions, the newest first', () => {
  const attempts = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    attempt({
      day,
      question: day === 6 ? 'gone' : 'mails',
      predictions,
      explanation: `why ${day}`,
    }),
  );
  const { recent } = exerciseStatistics(exercises, attempts, []);
  expect(recent.map(({ day, title }) => [day, title])).toEqual([
    [7, 'About mails'],
    [6, 'gone'],
    [5, 'About mails'],
    [4, 'About mails'],
    [3, 'About mails'],
  ]);
  expect(recent[0]).toMatchObject({ exercise: 'mails', predictions, explanation: 'why 7' });
});
