import { describe, expect, it } from 'vitest';
import { trainWeights } from '../../src/platform/optimizer.ts';
import { defaultWeights } from '../../src/scheduling/fsrs.ts';
import { type Answer, answersOf } from '../../src/statistics/answers.ts';
import { logLoss } from '../../src/statistics/error.ts';
import { predictionsBy } from '../../src/training/predict.ts';
import { FEWEST_ANSWERS, spacedAnswers, trainAndJudge } from '../../src/training/training.ts';
import type { TrainingItem } from '../../src/training/training-item.ts';
import { review } from '../fixtures/reviews.ts';
import { forgetful, logOf } from '../fixtures/simulated-log.ts';

const train = (items: readonly TrainingItem[]) =>
  trainWeights(items, { relearningSteps: 0, onProgress: () => undefined });
const learnt = (answers: readonly Answer[]) => trainAndJudge(answers, defaultWeights, train);
const learner = (seed: number, weights: readonly number[]) =>
  answersOf(logOf({ seed, weights, questions: 300, days: 150 }));

describe('training', () => {
  it.each([1, 2, 3])(
    'finds a forgetful learner out, and comes near the truth (seed %i)',
    async (seed) => {
      const answers = learner(seed, forgetful);
      const training = await learnt(answers);
      if (!training) throw new Error('too few answers');
      const unseen = spacedAnswers(answers).spaced.filter(
        ({ review }) => review.day >= training.judgedFrom,
      );
      expect(training.isBetter).toBe(true);
      expect(training.after.logLoss).toBeLessThan(training.before.logLoss);
      expect(training.after.rmseBins).toBeLessThan(training.before.rmseBins);
      const best = logLoss(predictionsBy(forgetful, unseen));
      const gained = training.before.logLoss - training.after.logLoss;
      expect(gained).toBeGreaterThan(0.5 * (training.before.logLoss - best));
    },
  );

  it.each([1, 2, 3, 4, 5])(
    'changes nothing for a learner whom the default weights fit (seed %i)',
    async (seed) => {
      const training = await learnt(learner(seed, defaultWeights));
      expect(training?.isBetter).toBe(false);
    },
  );

  it('gives the same weights for the same log', async () => {
    const answers = learner(1, forgetful);
    expect(await learnt(answers)).toEqual(await learnt(answers));
  });

  it('learns from the earlier days only, and is judged by all later answers', async () => {
    const answers = answersOf(
      Array.from({ length: FEWEST_ANSWERS + 100 }, (_, place) =>
        review({ day: Math.floor(place / 50), question: `q${place % 50}`, orderMs: place }),
      ),
    );
    const seen: (readonly TrainingItem[])[] = [];
    const training = await trainAndJudge(answers, defaultWeights, async (items) => {
      seen.push(items);
      return defaultWeights;
    });
    // The 50 first answers aren't spaced; of the 9 days after them, 7 are learnt from.
    expect(training).toMatchObject({ trainedOn: 350, judgedFrom: 8, judgedBy: 100 });
    expect(seen[0]).toHaveLength(350);
    expect(seen[0]?.at(-1)).toHaveLength(8);
    expect(seen[0]?.at(-1)?.map(({ elapsedDays }) => elapsedDays)).toEqual([
      0, 1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(training?.isBetter).toBe(false);
  });

  it.each([
    ['too few answers', FEWEST_ANSWERS - 1, 100],
    ['too few days', 1000, 5],
  ])('is not tried on %s', async (_, count, days) => {
    const questions = Math.ceil((count + 1) / (days - 1));
    const log = Array.from({ length: days * questions }, (_, place) =>
      review({
        day: Math.floor(place / questions),
        question: `q${place % questions}`,
        orderMs: place,
      }),
    ).slice(0, count + questions);
    const answers = answersOf(log);
    const never = async () => {
      throw new Error('trained');
    };
    expect(await trainAndJudge(answers, defaultWeights, never)).toBeUndefined();
  });

  it('keeps weights to four decimals, as they are judged and stored', async () => {
    const answers = learner(1, defaultWeights);
    const training = await trainAndJudge(answers, defaultWeights, async () =>
      defaultWeights.map((weight) => weight + 1e-7),
    );
    expect(training?.weights).toEqual(defaultWeights);
  });
});
