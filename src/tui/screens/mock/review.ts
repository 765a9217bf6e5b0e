import type { Rating } from '../../../domain/rating.ts';
import { matchedKeyPoints, ratingForTicks } from '../../../grading/index.ts';
import {
  answerIn,
  type MockState,
  type Request,
  type Reviewing,
  requesting,
  turnTo,
} from './state.ts';
import type { MockAnswer } from './world.ts';

/** The review from the first answer on, with the key points ticked that a typed answer seems to contain. */
export function reviewOf(answers: readonly MockAnswer[]): Reviewing {
  const ticked = answers.map(({ text, question }) =>
    matchedKeyPoints(text, question.sheet.question.keyPoints),
  );
  return { kind: 'reviewing', answers, at: 0, ticked, focus: 0 };
}

/** What was passed was not known; what was said aloud only the learner can judge. */
export function suggestedRating(scene: Reviewing): Rating {
  const answer = answerIn(scene);
  const ticks = ticksIn(scene).size;
  if (answer?.isPassed) return 1;
  if (answer?.text === '' && ticks === 0) return 3;
  return ratingForTicks(ticks, answer?.question.sheet.keyPoints.length ?? 0);
}

export function ticksIn({ ticked, at }: Reviewing): ReadonlySet<number> {
  return ticked[at] ?? new Set();
}

export function withTick(scene: Reviewing): Reviewing {
  const ticks = new Set(ticksIn(scene));
  if (!ticks.delete(scene.focus)) ticks.add(scene.focus);
  return { ...scene, ticked: scene.ticked.with(scene.at, ticks) };
}

/** What keeps the learner's rating of the answer shown. */
export function ratingRequest(scene: Reviewing, rating: Rating): Request {
  const ticks = ticksIn(scene);
  const points = answerIn(scene)?.question.sheet.keyPoints ?? [];
  return {
    kind: 'review',
    index: scene.at,
    ticked: points.map((_, index) => ticks.has(index)),
    rating,
  };
}

/** To the next or the previous answer, rated or not. */
export function go(state: MockState, scene: Reviewing, by: 1 | -1): MockState {
  const at = scene.at + by;
  if (at < 0) return { ...state, message: 'this is the first answer' };
  if (at >= scene.answers.length)
    return { ...state, message: 'this is the last answer; q leaves the review' };
  return turnTo(state, { ...scene, at, focus: 0 });
}

/** On to what is not rated: what follows first, then what was left out. When all is rated, the review is over. */
export function goOn(state: MockState, scene: Reviewing): MockState {
  const open = scene.answers.flatMap(({ rating }, at) => (rating === undefined ? [at] : []));
  const next = open.find((at) => at > scene.at) ?? open[0];
  if (next === undefined) return requesting(state, { kind: 'leave', code: 0 });
  const turned = turnTo(state, { ...scene, at: next, focus: 0 });
  return next > scene.at ? turned : { ...turned, message: 'this one is not rated yet; q leaves' };
}
