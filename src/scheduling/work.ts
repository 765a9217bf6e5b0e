import type { Day } from '../domain/day.ts';
import type { QuestionOutline } from '../domain/question.ts';
import type { StudySettings } from '../domain/study-settings.ts';
import { isDueOn, stepsOn } from './due.ts';
import { inOrderOfLearning } from './fresh-order.ts';
import type { DoneToday, Item, Work } from './item.ts';
import { drawnEarly, drawnForUse } from './last-pass.ts';
import { averageLearner, type Learner } from './learner.ts';
import { type Plan, planOn } from './plan.ts';
import { roomOn } from './room.ts';
import { apart, parentsOf } from './siblings.ts';
import { isUnlocked } from './unlock.ts';
import { mostGainFirst, weakestFirst } from './usefulness.ts';

/** What one sitting asks of the day's work. */
interface Wishes {
  /** New questions of today, those already met included, in place of what the settings or the plan say. */
  readonly freshToday?: number | undefined;
  /** What may be drawn. The plan is made over all items all the same. */
  readonly isWanted?: (question: QuestionOutline) => boolean;
}

/**
 * What waits to be done today. `items` are in an order in which they can be learnt. New questions get their share first,
 * because one that was never met is surely not known; what is due gets the rest of the day's room, then the last pass.
 */
export function todaysWork(
  items: readonly Item[],
  today: Day,
  settings: StudySettings,
  done: DoneToday,
  { freshToday, isWanted = () => true }: Wishes = {},
  learner: Learner = averageLearner,
): Work {
  const itemOf = new Map(items.map((item) => [item.question.id, item]));
  const plan = planOn(today, settings.interview, items, done);
  const wanted = items.filter(({ question }) => isWanted(question));
  const awake = wanted.filter(({ progress }) => !progress?.suspended);
  const learning = stepsOn(today, awake);
  const room = roomOn(settings, done, learner, learning.length);

  const share = (freshToday ?? plan?.freshToday ?? settings.newPerDay) - done.fresh.size;
  const freshRoom = Math.max(0, Math.min(share, room.questions));

  const areApart = settings.burySiblings && !plan?.isLastPass;
  const due = apart(
    dueInOrder(awake, today, plan, Math.min(room.reviews, room.questions - freshRoom), learner),
    parentsOf(done.answered, itemOf),
    areApart,
  );
  const unmet = awake.filter(({ progress }) => !progress?.memory);
  const unlocked = unmet.filter((item) => isUnlocked(item, itemOf));
  const unlockedApart = apart(inOrderOfLearning(unlocked, itemOf), due.parents, areApart);
  // With a date no share is left unused: rather two siblings on one day than one that is never met.
  const drawable = plan ? [...unlockedApart.kept, ...unlockedApart.buried] : unlockedApart.kept;
  const isBudgeted = settings.minutesPerDay !== null;
  // Minutes that are left over meet what is new a little sooner where time is short.
  const idle = room.questions - freshRoom - Math.min(due.kept.length, room.reviews);
  const sooner = isBudgeted && plan?.isShort && freshToday === undefined ? Math.max(0, idle) : 0;
  const fresh = atMost(freshRoom + sooner, drawable);
  const buriedFresh = unlockedApart.buried.filter((item) => !fresh.includes(item)).length;

  const reviewRoom = Math.min(room.reviews, room.questions - fresh.length);
  const reviews = atMost(reviewRoom, due.kept);
  const draw = isBudgeted ? drawnForUse : drawnEarly;
  const early = plan ? draw(plan, today, awake, learner, done) : [];
  return {
    learning,
    reviews: idsOf(reviews),
    lastPass: idsOf(atMost(reviewRoom - reviews.length, early)),
    fresh: idsOf(fresh),
    left: {
      overCap: due.kept.length - reviews.length,
      freshLater: unlocked.length - fresh.length - buriedFresh,
      locked: unmet.length - unlocked.length,
      buried: due.buried.length + buriedFresh,
      suspended: wanted.length - awake.length,
    },
  };
}

/** The most at risk first; on the way to an interview, where there is more than fits, what serves that day most. */
function dueInOrder(
  awake: readonly Item[],
  today: Day,
  plan: Plan | undefined,
  room: number,
  learner: Learner,
): readonly Item[] {
  const due = awake.filter((item) => isDueOn(today, item));
  return plan && room > 0 && due.length > room
    ? mostGainFirst(due, today, plan.interview, learner)
    : weakestFirst(due, today, learner);
}

function atMost(count: number, items: readonly Item[]): readonly Item[] {
  return items.slice(0, Math.max(0, count));
}

function idsOf(items: readonly Item[]): string[] {
  return items.map(({ question }) => question.id);
}
