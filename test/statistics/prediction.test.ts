import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/domain/rating.ts';
import { answersOf } from '../../src/statistics/answers.ts';
import { predictionOf, predictionsMade } from '../../src/statistics/prediction.ts';
import { review } from '../fixtures/reviews.ts';

/** The bin of the last of some answers, given by their days and ratings. */
function lastBin(...answers: readonly (readonly [day: number, rating: Rating])[]): string {
  const log = answers.map(([day, rating], order) =>
    review({ day, rating, orderMs: order, id: String(order) }),
  );
  const last = answersOf(log).at(-1);
  if (!last) throw new Error('no answers');
  return predictionOf(last, 0.9).bin;
}

describe('a prediction', () => {
  // Days: 3.62 to the power of 0, 1, 2 ... Place: 1.89. Lapses: 1.73. Floor of the logarithm.
  it.each([
    [
      'the second answer, a day later',
      [
        [0, 3],
        [1, 3],
      ],
      '0 1 none',
    ],
    [
      'the second answer, 3 days later',
      [
        [0, 3],
        [3, 3],
      ],
      '0 1 none',
    ],
    [
      'the second answer, 4 days later',
      [
        [0, 3],
        [4, 3],
      ],
      '1 1 none',
    ],
    [
      'the second answer, 14 days later',
      [
        [0, 3],
        [14, 3],
      ],
      '2 1 none',
    ],
    [
      'the fourth answer',
      [
        [0, 3],
        [1, 3],
        [2, 3],
        [3, 3],
      ],
      '0 2 none',
    ],
    [
      'a failed first answer, which is no lapse',
      [
        [0, 1],
        [1, 3],
      ],
      '0 1 none',
    ],
    [
      'one lapse',
      [
        [0, 3],
        [1, 1],
        [2, 3],
      ],
      '0 1 0',
    ],
    [
      'two lapses',
      [
        [0, 3],
        [1, 1],
        [2, 1],
        [3, 3],
      ],
      '0 2 1',
    ],
    [
      'answers of one day, which count once',
      [
        [0, 1],
        [0, 1],
        [0, 3],
        [1, 3],
      ],
      '0 1 none',
    ],
    [
      'its own failure, which does not count',
      [
        [0, 3],
        [1, 1],
      ],
      '0 1 none',
    ],
  ] as const)('after %s has a bin of its own', (_, answers, bin) => {
    expect(lastBin(...answers)).toBe(bin);
  });

  it('is taken as it was made, where one was made and a day had passed', () => {
    const answers = answersOf([
      review({ day: 1 }),
      review({ day: 1, id: 'same day', orderMs: 2, predicted: 0.99 }),
      review({ day: 2, predicted: null, id: 'from elsewhere', orderMs: 3 }),
      review({ day: 5, predicted: 0.8, rating: 1, orderMs: 4 }),
    ]);
    expect(predictionsMade(answers)).toMatchObject([{ probability: 0.8, recalled: false }]);
  });
});
