import { describe, expect, it } from 'vitest';
import { timeOnDays, timeSpent } from '../../src/statistics/time-spent.ts';
import { review } from '../fixtures/reviews.ts';

const reviews = [
  review({ day: 3, durationMs: 20_000 }),
  review({ day: 3, durationMs: 40_000, question: 'p' }),
  review({ day: 5, durationMs: 5_000 }),
];

describe('time spent', () => {
  it('adds up', () => {
    expect(timeSpent(reviews)).toEqual({ answers: 3, spentMs: 65_000 });
    expect(timeSpent([])).toEqual({ answers: 0, spentMs: 0 });
  });

  it.each([
    ['a question that stood open over lunch counts ten minutes', 3_600_000, 600_000],
    ['a clock that was set back counts nothing', -5000, 0],
  ])('%s', (_, durationMs, spentMs) => {
    expect(timeSpent([review({ day: 1, durationMs })])).toEqual({ answers: 1, spentMs });
  });

  it('comes by day, the days of rest too', () => {
    expect(timeOnDays(reviews, 3, 6)).toEqual([
      { day: 3, answers: 2, spentMs: 60_000 },
      { day: 4, answers: 0, spentMs: 0 },
      { day: 5, answers: 1, spentMs: 5_000 },
      { day: 6, answers: 0, spentMs: 0 },
    ]);
  });
});
