import type { Day } from '../domain/day.ts';
import { isDueOn } from './due.ts';
import type { DoneToday, Item } from './item.ts';
import type { Learner } from './learner.ts';
import type { Plan } from './plan.ts';
import { weakestFirst, worthAsking } from './usefulness.ts';

/**
 * What the last days draw early for a learner who gave them so many minutes: whatever is worth asking, the most useful
 * first, since minutes that are left over then serve nobody.
 */
export function drawnForUse(
  plan: Plan,
  today: Day,
  awake: readonly Item[],
  learner: Learner,
): readonly Item[] {
  if (!plan.isLastPass || today >= plan.interview) return [];
  const early = awake.filter(
    (item) =>
      item.progress?.memory?.state === 'Review' &&
      item.progress.memory.lastDay < today &&
      !isDueOn(today, item),
  );
  return worthAsking(early, today, plan.interview, learner);
}

/**
 * What the last pass draws early today, the weakest on the day of the interview first. Every learnt question is met once more
 * in it, due by then or not, in even shares of the days that are left but for the eve. What is due today, or was reviewed
 * today, is part of the share.
 */
export function drawnEarly(
  plan: Plan,
  today: Day,
  awake: readonly Item[],
  learner: Learner,
  done: DoneToday,
): readonly Item[] {
  const days = plan.interview - 1 - today;
  if (!plan.isLastPass || days <= 0) return [];
  const waiting = awake.filter(
    ({ progress }) =>
      progress?.memory?.state === 'Review' && progress.memory.lastDay < plan.passFrom,
  );
  const early = waiting.filter((item) => !isDueOn(today, item));
  const share = Math.ceil((waiting.length + done.reviews) / days);
  const metAnyway = waiting.length - early.length + done.reviews;
  if (share <= metAnyway) return [];
  return weakestFirst(early, plan.interview, learner).slice(0, share - metAnyway);
}
