import { type Bin, binsOf, lossOf } from '../statistics/error.ts';
import type { Prediction } from '../statistics/prediction.ts';

/**
 * How many standard errors better new weights must be: if the present ones are right, chance alone gets there once in
 * twenty times.
 */
const BEYOND_CHANCE = 1.645;

/**
 * Whether new predictions of the same answers are better by more than chance: their log loss is lower by so many standard
 * errors, and their RMSE(bins) isn't higher by as many. The errors are those that there are if the present predictions are
 * right, and not those of the sample: where few answers failed, a sample hardly varies and would prove anything.
 */
export function isBetter(present: readonly Prediction[], fresh: readonly Prediction[]): boolean {
  const pairs = present.map(
    (prediction, index) => [prediction, fresh[index] ?? prediction] as const,
  );
  return isLossLower(pairs) && !isRmseHigher(present, fresh);
}

/**
 * Where p was predicted, the loss of the prediction q differs from that of p by logit(q) - logit(p) between an answer that
 * is recalled and one that is not, so its variance is p(1 - p) times the square of that.
 */
function isLossLower(pairs: readonly (readonly [Prediction, Prediction])[]): boolean {
  const gain = sum(pairs.map(([p, q]) => lossOf(p) - lossOf(q)));
  const variance = sum(
    pairs.map(
      ([{ probability: p }, { probability: q }]) => p * (1 - p) * (logit(q) - logit(p)) ** 2,
    ),
  );
  return gain > BEYOND_CHANCE * Math.sqrt(variance);
}

/**
 * In a bin of n answers with the recalled share a, the squared errors of the predictions p and q differ by
 * (q - p)(q + p - 2a). Of this only a is random, with the variance p(1 - p)/n. Each bin counts with the weight n.
 */
function isRmseHigher(present: readonly Prediction[], fresh: readonly Prediction[]): boolean {
  const freshBins = binsOf(fresh);
  const pairs = [...binsOf(present)].map(([name, p]) => [p, freshBins.get(name) ?? p] as const);
  const rise = sum(pairs.map(([p, q]) => p.count * (squaredError(q) - squaredError(p))));
  const variance = sum(
    pairs.map(
      ([{ count, predicted: p }, { predicted: q }]) => count * 4 * (q - p) ** 2 * p * (1 - p),
    ),
  );
  return rise > BEYOND_CHANCE * Math.sqrt(variance);
}

function squaredError({ predicted, recalled }: Bin): number {
  return (predicted - recalled) ** 2;
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
