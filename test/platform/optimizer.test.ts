import { afterEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { trainWeights } from '../../src/platform/optimizer.ts';
import { defaultWeights } from '../../src/scheduling/fsrs.ts';
import { answersOf, isSpaced } from '../../src/statistics/answers.ts';
import { trainingItem } from '../../src/training/training-item.ts';
import { forgetful, logOf } from '../fixtures/simulated-log.ts';

const binding = '@open-spaced-repetition/binding';
const log = logOf({ seed: 1, weights: forgetful, questions: 200, days: 60 });
const histories = answersOf(log).filter(isSpaced).map(trainingItem);
const quietly = { relearningSteps: 1, onProgress: () => undefined };

afterEach(() => vi.doUnmock(binding));

describe('the optimizer', () => {
  it('gives 21 weights, and tells how far it is', async () => {
    const told: number[] = [];
    const weights = await trainWeights(histories, {
      relearningSteps: 1,
      onProgress: (part) => told.push(part),
    });
    expect(weights).toHaveLength(21);
    expect(weights).not.toEqual(defaultWeights);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    for (const part of told) {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(1);
    }
  });

  it('gives the default weights where there is too little to learn from', async () => {
    const weights = await trainWeights(histories.slice(0, 5), quietly);
    weights.forEach((weight, index) => {
      expect(weight).toBeCloseTo(defaultWeights[index] ?? Number.NaN, 4);
    });
  });

  it('says what to do where it has no build', async () => {
    vi.doMock(binding, () => {
      throw new Error('Cannot find native binding');
    });
    const failure = trainWeights(histories, quietly);
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toThrow('no build for this machine');
  });
});
