import { expect, it } from 'vitest';
import { exerciseLines, predictionLines } from '../../../src/commands/stats/exercise-lines.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';
import { exerciseStatistics } from '../../../src/statistics/exercises.ts';
import { attempt, exercise } from '../../fixtures/attempts.ts';

const day = parseIsoDate('2026-11-21') ?? Number.NaN;
const exercises = [exercise('mails', { title: 'The mail that came twice' })];
const statistics = exerciseStatistics(
  [...exercises, exercise('lease', { kind: 'tune' })],
  [
    attempt({ day, question: 'lease', passed: false, durationMs: 600_000 }),
    attempt({
      day,
      question: 'mails',
      predictions: ['How many go twice?: you said 40, it is 118'],
      explanation: 'The lease is\u001b[31m shorter\nthan the work.',
    }),
  ],
  [],
);

it('tells what was tried in a few lines', () => {
  expect(exerciseLines(statistics, 60)).toEqual([
    '2 attempts, 13 min',
    '         passed  tried  of',
    'predict       1      1   1',
    'tune          0      1   1',
  ]);
});

it('sets predictions beside outcomes, with the learner’s own words made safe', () => {
  expect(predictionLines(statistics, 60)).toEqual([
    '0 right, 0 close, 1 wrong',
    'Sat 21 Nov, The mail that came twice',
    '  How many go twice?: you said 40, it is 118',
    '  “The lease is shorter than the work.”',
  ]);
});

it('is never wider than there is room', () => {
  const pasted = attempt({
    ...{ day, question: 'mails', predictions: ['x'.repeat(90)], explanation: 'long '.repeat(30) },
  });
  const lines = predictionLines(exerciseStatistics(exercises, [pasted], []), 30);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(30);
  expect(lines.join(' ')).toContain('long long long');
});

it('says nothing where nothing was tried', () => {
  const none = exerciseStatistics(exercises, [], []);
  expect([exerciseLines(none, 60), predictionLines(none, 60)]).toEqual([[], []]);
});
