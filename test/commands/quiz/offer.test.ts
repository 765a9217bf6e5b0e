import { expect, it } from 'vitest';
import { exerciseFor } from '../../../src/commands/quiz/offer.ts';
import type { ExerciseOutline } from '../../../src/domain/exercise.ts';

const exercise = (id: string, topic: string, level: 1 | 2 | 3): ExerciseOutline => ({
  ...{ id, topic, level, title: id, kind: 'predict', minutes: 3, fingerprint: 'f' },
});
const all = [
  exercise('hard', 'leases', 3),
  exercise('easy', 'leases', 1),
  exercise('middle', 'leases', 2),
  exercise('elsewhere', 'logs', 1),
];

it.each([
  ['the one that its author names', { see: 'Run [[middle]].' }, [], 'middle'],
  [
    'the one that is named in other words',
    { see: '[[ elsewhere#run | the log ]]' },
    [],
    'elsewhere',
  ],
  ['the one that is named, though it was passed', { see: '[[middle]]' }, ['middle'], 'middle'],
  ['not what is named and is no exercise', { see: '[[leases]]' }, [], 'easy'],
  ['one of the topic that is not harder', {}, [], 'easy'],
  ['the next one when that was passed', {}, ['easy'], 'middle'],
  ['none that is harder as long as there is another', { level: 1 as const }, [], 'easy'],
  ['any of the topic when those were passed', {}, ['easy', 'middle'], 'hard'],
  [
    'any of the topic when there are harder ones only',
    { topic: 'logs' },
    ['elsewhere'],
    'elsewhere',
  ],
  ['nothing where the topic has none', { topic: 'fifo' }, [], undefined],
] as const)('offers %s', (_what, changes, passed, id) => {
  const question = { topic: 'leases', level: 2 as const, ...changes };
  expect(exerciseFor(question, all, new Set(passed))?.id).toBe(id);
});
