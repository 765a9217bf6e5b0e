import type { Day } from '../domain/day.ts';
import type { Memory } from '../domain/progress.ts';
import type { StudySettings } from '../domain/study-settings.ts';
import type { DoneToday, Item } from './item.ts';
import type { Learner } from './learner.ts';
import { todaysWork } from './work.ts';

/** Who answers in place of the real learner, and under which rules. */
export interface Rehearsal {
  readonly settings: StudySettings;
  readonly learner: Learner;
  /** What the scheduler knows after one more answer; the item is as it was before. */
  readonly answer: (item: Item, day: Day) => Memory;
}

/** What a day came to. */
export interface Rehearsed {
  readonly items: readonly Item[];
  /** Due questions that were answered. */
  readonly reviews: number;
  readonly lastPass: number;
  readonly fresh: number;
}

export const nothingDone: DoneToday = {
  fresh: new Set(),
  answered: new Set(),
  reviews: 0,
  spentMs: 0,
};

/** One day of study as the quiz drives it: work is drawn and answered, steps and all, until nothing waits. */
export function rehearseDay(
  start: readonly Item[],
  day: Day,
  doneBefore: DoneToday,
  rehearsal: Rehearsal,
): Rehearsed {
  let [items, done] = [start, doneBefore];
  const counts = { reviews: 0, lastPass: 0, fresh: 0 };
  for (;;) {
    const work = todaysWork(items, day, rehearsal.settings, done, {}, rehearsal.learner);
    const steps = work.learning.map(({ id }) => id);
    const known = [...work.reviews, ...work.lastPass];
    const asked = new Set([...steps, ...known, ...work.fresh]);
    if (asked.size === 0) return { items, ...counts };
    items = items.map((item) =>
      asked.has(item.question.id) ? answered(item, day, rehearsal) : item,
    );
    counts.reviews += work.reviews.length;
    counts.lastPass += work.lastPass.length;
    counts.fresh += work.fresh.length;
    done = {
      fresh: new Set([...done.fresh, ...work.fresh]),
      answered: new Set([...done.answered, ...asked]),
      reviews: done.reviews + known.length,
      spentMs: done.spentMs + asked.size * rehearsal.learner.secondsPerQuestion * 1000,
    };
  }
}

/** Nobody fails a step for ever. */
const STEPS_MAX = 12;

/** The item once it was answered, and its steps of the day, too. */
function answered(item: Item, day: Day, { answer }: Rehearsal): Item {
  const { id, fingerprint } = item.question;
  const before = item.progress ?? { question: id, suspended: false, fingerprint, firstDay: day };
  let after: Item = { ...item, progress: before };
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const memory = answer(after, day);
    after = { ...after, progress: { ...before, memory } };
    if (memory.dueMs === null || memory.dueDay > day) break;
  }
  return after;
}
