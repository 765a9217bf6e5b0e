import type { Rating } from '../domain/rating.ts';
import { type Answer, pastOf } from '../statistics/answers.ts';

/** A spaced answer with all answers before it, oldest first: what an optimizer learns from. */
export type TrainingItem = readonly {
  readonly rating: Rating;
  /** Days since the answer before; 0 on the first. */
  readonly elapsedDays: number;
}[];

export function trainingItem(answer: Answer): TrainingItem {
  return [...pastOf(answer), answer].map(({ review: { rating }, elapsedDays }) => ({
    rating,
    elapsedDays,
  }));
}
