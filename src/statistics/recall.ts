import type { Day } from '../domain/day.ts';
import { groupBy } from '../scheduling/group-by.ts';
import { type Answer, isRecalled, isSpaced } from './answers.ts';
import { type Share, shareOf } from './share.ts';

/** How many questions were recalled when they came back after a day or more: true retention, in Anki's words. */
export interface Recall {
  /** From a given day on. */
  readonly recent: Share;
  readonly allTime: Share;
}

export function recallOf(answers: readonly Answer[], since: Day): Recall {
  const spaced = answers.filter(isSpaced);
  const share = (some: readonly Answer[]) => shareOf(some.filter(isRecalled).length, some.length);
  return {
    recent: share(spaced.filter(({ review }) => review.day >= since)),
    allTime: share(spaced),
  };
}

/** Recall in groups, those without a spaced answer left out. `keyOf` gives undefined for what belongs to none. */
export function recallBy<Key>(
  answers: readonly Answer[],
  since: Day,
  keyOf: (question: string) => Key | undefined,
): Map<Key, Recall> {
  const groups = groupBy(answers.filter(isSpaced), ({ review }) => keyOf(review.question));
  return new Map([...groups].map(([key, group]) => [key, recallOf(group, since)]));
}
