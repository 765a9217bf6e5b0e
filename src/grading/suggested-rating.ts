import type { Rating } from '../domain/rating.ts';

/** All key points: Good. At least half of them: Hard. Fewer: Again. Easy is for the learner to say. */
export function ratingForTicks(ticked: number, keyPoints: number): Rating {
  if (ticked >= keyPoints) return 3;
  return 2 * ticked >= keyPoints ? 2 : 1;
}

/** A task is solved or not. */
export function ratingForOutcome(isRight: boolean): Rating {
  return isRight ? 3 : 1;
}
