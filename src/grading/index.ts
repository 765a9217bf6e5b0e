/** The door of the room: how answers are judged. It suggests; the learner decides. */
export { isChoiceRight } from './choice.ts';
export { isGapRight } from './gap.ts';
export { matchedKeyPoints } from './key-points.ts';
export { gradeNumber, type NumberVerdict } from './number.ts';
export { outOfPlace } from './order.ts';
export { ratingForOutcome, ratingForTicks } from './suggested-rating.ts';
