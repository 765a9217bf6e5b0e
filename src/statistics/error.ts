import { groupBy } from '../scheduling/group-by.ts';
import type { Prediction } from './prediction.ts';

/** No prediction counts as surer than this, so that one wrong certainty costs at most 9.2 and not infinity. */
const SUREST = 0.9999;

/** The loss of one prediction: minus the natural logarithm of the probability that it gave to what came. */
export function lossOf({ probability, recalled }: Prediction): number {
  const given = recalled ? probability : 1 - probability;
  return -Math.log(Math.min(SUREST, Math.max(1 - SUREST, given)));
}

/** The mean loss; lower is better, 0 is perfect. NaN without predictions. */
export function logLoss(predictions: readonly Prediction[]): number {
  return mean(predictions.map(lossOf));
}

/** Predictions with a like history, together. */
export interface Bin {
  readonly count: number;
  /** The mean probability. */
  readonly predicted: number;
  /** The share that was recalled. */
  readonly recalled: number;
}

export function binsOf(predictions: readonly Prediction[]): Map<string, Bin> {
  const groups = groupBy(predictions, ({ bin }) => bin);
  return new Map([...groups].map(([bin, group]) => [bin, binOf(group)]));
}

export function binOf(group: readonly Prediction[]): Bin {
  return {
    count: group.length,
    predicted: mean(group.map(({ probability }) => probability)),
    recalled: mean(group.map(({ recalled }) => (recalled ? 1 : 0))),
  };
}

/** The root of the mean squared distance between predicted and actual recall in bins, each with the weight of its count. */
export function rmseBins(predictions: readonly Prediction[]): number {
  let sum = 0;
  for (const { count, predicted, recalled } of binsOf(predictions).values())
    sum += count * (predicted - recalled) ** 2;
  return Math.sqrt(sum / predictions.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
