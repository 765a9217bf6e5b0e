import { describe, expect, it } from 'vitest';
import { defaultWeights } from '../../src/scheduling/fsrs.ts';
import { answersOf, isSpaced } from '../../src/statistics/answers.ts';
import { predictionsMade } from '../../src/statistics/prediction.ts';
import { predictionsBy } from '../../src/training/predict.ts';
import { review } from '../fixtures/reviews.ts';
import { forgetful, logOf } from '../fixtures/simulated-log.ts';

describe('predictions by weights', () => {
  it('are those that were made, where those weights made them', () => {
    const world = { seed: 3, weights: forgetful, questions: 20, days: 60 };
    const answers = answersOf(logOf(world));
    const made = predictionsMade(answers);
    const again = predictionsBy(defaultWeights, answers.filter(isSpaced));
    expect(again.length).toBeGreaterThan(50);
    expect(again.map(({ probability }) => probability)).toEqual(
      made.map(({ probability }) => probability),
    );
  });

  it('follow the forgetting curve of FSRS-6 after a first answer', () => {
    const answers = answersOf([review({ day: 0, rating: 3 }), review({ day: 5 })]);
    const [prediction] = predictionsBy(defaultWeights, answers.slice(1));
    const [, , stability = 0] = defaultWeights;
    const decay = -(defaultWeights[20] ?? 0);
    const factor = 0.9 ** (1 / decay) - 1;
    expect(prediction?.probability).toBeCloseTo((1 + (factor * 5) / stability) ** decay, 6);
  });
});
