import { expect, it } from 'vitest';
import { spanUntilDue } from '../../../src/commands/quiz/span.ts';
import { sessionSummary } from '../../../src/commands/quiz/summary.ts';
import type { Memory } from '../../../src/domain/progress.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import type { Review } from '../../../src/domain/review-log.ts';
import { defaultParameters, nextMemory } from '../../../src/scheduling/fsrs.ts';
import type { Item } from '../../../src/scheduling/item.ts';

const DAY = 20_778;
const NOW = DAY * 86_400_000;
const known = nextMemory(undefined, 4, { day: DAY, atMs: NOW }, defaultParameters, 'q');
const step = nextMemory(undefined, 3, { day: DAY, atMs: NOW }, defaultParameters, 'q');

const review = (question: string, rating: Rating, durationMs: number): Review => ({
  kind: 'review',
  id: `${question}${rating}`,
  question,
  rating,
  durationMs,
  atMs: NOW,
  orderMs: NOW,
  day: DAY,
  source: 'quiz',
  elapsedDays: null,
  predicted: null,
  fingerprint: '',
  parameters: defaultParameters,
});
const progress = (memory: Memory, suspended = false): Item => ({
  question: { id: 'q', topic: 't', level: 1, kind: 'recall', fingerprint: '', formerly: [] },
  progress: {
    question: 'q',
    suspended,
    fingerprint: '',
    memory,
  },
});

it.each([
  ['a step to come', [step], 'Next: a step in 10 minutes.'],
  ['questions of tomorrow', [{ ...known, dueDay: DAY + 1 }, known], 'Next: 1 question tomorrow.'],
  ['questions of another day', [{ ...known, dueDay: DAY + 3 }], 'Next: 1 question on 2026-11-24.'],
  [
    'what was left for later',
    [
      { ...known, dueDay: DAY },
      { ...known, dueDay: DAY - 4 },
    ],
    'Next: 2 questions tomorrow.',
  ],
  ['nothing', [], 'Nothing is waiting.'],
])('says when to come back: %s', (_what, memories, told) => {
  const all = memories.map((memory) => progress(memory));
  expect(sessionSummary([], all, { waiting: 0, left: undefined }, { atMs: NOW, day: DAY })[1]).toBe(
    told,
  );
});

it('does not wait for what is suspended', () => {
  expect(
    sessionSummary(
      [],
      [progress(step, true)],
      { waiting: 0, left: undefined },
      { atMs: NOW, day: DAY },
    )[1],
  ).toBe('Nothing is waiting.');
});

it('says how many it would still have asked', () => {
  expect(sessionSummary([], [], { waiting: 9, left: undefined }, { atMs: NOW, day: DAY })[1]).toBe(
    '9 questions more today.',
  );
});

it('says what was left for later, and why', () => {
  const left = { overCap: 3, freshLater: 8, buried: 1, locked: 2, suspended: 1 };
  expect(sessionSummary([], [], { waiting: 0, left }, { atMs: NOW, day: DAY })[1]).toBe(
    "Left for later: 3 due beyond today's limit, 8 new for other days (--new 8 asks them now), 1 wait until tomorrow because a sibling was asked today, 2 follow-ups to what is not known yet.",
  );
});

it('counts reviews, questions, lapses and minutes', () => {
  const kept = [review('a', 1, 60_000), review('a', 3, 70_000), review('b', 3, 20_000)];
  expect(
    sessionSummary(kept, [], { waiting: 0, left: undefined }, { atMs: NOW, day: DAY })[0],
  ).toBe('3 reviews of 2 questions, 1 again, 3 minutes.');
});

it.each([
  [{ dueMs: NOW + 60_000 }, '1m'],
  [{ dueMs: NOW + 45 * 60_000 }, '45m'],
  [{ dueMs: NOW + 90 * 60_000 }, '1.5h'],
  [{ dueMs: null, scheduledDays: 1 }, '1d'],
  [{ dueMs: null, scheduledDays: 30 }, '30d'],
  [{ dueMs: null, scheduledDays: 76 }, '2.5mo'],
  [{ dueMs: null, scheduledDays: 730 }, '2y'],
])('tells the time until %j as %s', (changes, told) => {
  expect(spanUntilDue({ ...known, lastMs: NOW, ...changes })).toBe(told);
});
