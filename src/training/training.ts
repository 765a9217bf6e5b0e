import type { Day } from '../domain/day.ts';
import { type Answer, isSpaced } from '../statistics/answers.ts';
import { logLoss, rmseBins } from '../statistics/error.ts';
import { isBetter } from './comparison.ts';
import { predictionsBy } from './predict.ts';
import { type TrainingItem, trainingItem } from './training-item.ts';

/** Makes the weights that fit the items best. */
export type Train = (items: readonly TrainingItem[]) => Promise<readonly number[]>;

/** How wrong predictions are; lower is better. */
export interface Errors {
  readonly logLoss: number;
  readonly rmseBins: number;
}

/** New weights, and what speaks for them: answers that they were not trained on. */
export interface Training {
  readonly weights: readonly number[];
  /** How many answers they were trained on. */
  readonly trainedOn: number;
  /** The first day of the answers that judge. */
  readonly judgedFrom: Day;
  readonly judgedBy: number;
  readonly before: Errors;
  readonly after: Errors;
  /** Whether they are better by more than chance. */
  readonly isBetter: boolean;
}

/** What training needs at least. Anki asked for 400 reviews when it had many learners' experience with 1000. */
export const FEWEST_ANSWERS = 400;
export const FEWEST_DAYS = 5;

/** The answers that tell of memory, and the days on which they were given. */
export function spacedAnswers(answers: readonly Answer[]): {
  spaced: readonly Answer[];
  days: readonly Day[];
} {
  const spaced = answers.filter(isSpaced);
  const days = [...new Set(spaced.map(({ review }) => review.day))].sort((a, b) => a - b);
  return { spaced, days };
}

/** The part of the days that is trained on; the days after it judge. */
const TRAINED_PART = 0.8;

/**
 * Trains on the earlier days and judges by the later ones, as the future will. The weights that were judged are the ones to
 * keep: were they trained again on everything, nothing would speak for them, and nothing unseen would be left to judge the
 * next training by. Undefined when there are too few answers or days.
 */
export async function trainAndJudge(
  answers: readonly Answer[],
  current: readonly number[],
  train: Train,
): Promise<Training | undefined> {
  const { spaced, days } = spacedAnswers(answers);
  const judgedFrom = days[Math.floor(TRAINED_PART * days.length)];
  if (spaced.length < FEWEST_ANSWERS || days.length < FEWEST_DAYS || judgedFrom === undefined)
    return undefined;
  const known = spaced.filter(({ review }) => review.day < judgedFrom);
  const unseen = spaced.filter(({ review }) => review.day >= judgedFrom);
  const weights = (await train(known.map(trainingItem))).map(rounded);
  const before = predictionsBy(current, unseen);
  const after = predictionsBy(weights, unseen);
  return {
    weights,
    trainedOn: known.length,
    judgedFrom,
    judgedBy: unseen.length,
    before: { logLoss: logLoss(before), rmseBins: rmseBins(before) },
    after: { logLoss: logLoss(after), rmseBins: rmseBins(after) },
    isBetter: isBetter(before, after),
  };
}

/** To the four decimals that weights are written with. */
function rounded(weight: number): number {
  return Math.round(weight * 10_000) / 10_000;
}
