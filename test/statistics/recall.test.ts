import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/statistics/answers.ts';
import { recallBy, recallOf } from '../../src/statistics/recall.ts';
import { review } from '../fixtures/reviews.ts';

const answers = answersOf([
  review({ day: 1, rating: 1 }),
  review({ day: 1, rating: 3, id: 'same day', orderMs: 2 }),
  review({ day: 3, rating: 1 }),
  review({ day: 8, rating: 2 }),
  review({ day: 9, rating: 4 }),
  review({ day: 2, question: 'p' }),
  review({ day: 9, question: 'p', rating: 1 }),
]);
const counts = ({ count, of }: { count: number; of: number }) => [count, of];

describe('recall', () => {
  it('counts only what came back after a day or more, and Hard as recalled', () => {
    const recall = recallOf(answers, 8);
    expect(counts(recall.allTime)).toEqual([2, 4]);
    expect(counts(recall.recent)).toEqual([2, 3]);
  });

  it('comes in groups, those without a spaced answer left out', () => {
    const groups = recallBy(answers, 9, (question) => question.toUpperCase());
    expect([...groups].map(([key, { recent }]) => [key, ...counts(recent)])).toEqual([
      ['Q', 1, 1],
      ['P', 0, 1],
    ]);
    expect(recallBy(answers, 9, () => undefined).size).toBe(0);
    expect(recallBy(answers.slice(0, 2), 0, () => 'all').size).toBe(0);
  });
});
