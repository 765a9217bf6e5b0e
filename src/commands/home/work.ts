import type { Day } from '../../domain/day.ts';
import type { Work } from '../../scheduling/item.ts';
import { todaysWork } from '../../scheduling/work.ts';
import type { Waiting } from '../../tui/screens/home/waiting.ts';
import type { Study } from './study.ts';

/** Today's work of the study, under its settings and after what was done already. */
export function workOf({ items, today, settings, done, learner }: Study): Work {
  return todaysWork(items, today, settings, done, {}, learner);
}

export function waitingOf({ reviews, lastPass, learning, fresh }: Work): Waiting {
  return {
    reviews: reviews.length,
    lastPass: lastPass.length,
    steps: learning.length,
    fresh: fresh.length,
  };
}

/** The day of the interview, unless there is none or it is over. */
export function interviewOf({ settings, today }: Study): Day | undefined {
  const { interview } = settings;
  return interview !== null && interview >= today ? interview : undefined;
}
