import type { Day } from '../../../src/domain/day.ts';
import type { Memory } from '../../../src/domain/progress.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { defaultStudySettings, type StudySettings } from '../../../src/domain/study-settings.ts';
import { defaultParameters, nextMemory } from '../../../src/scheduling/fsrs.ts';

/** How long there is, how much there is to learn and how many questions a day at most. */
export interface Setting {
  readonly days: number;
  readonly questions: number;
  readonly cap: number | null;
}

/** A way to study. */
export interface Policy {
  readonly name: string;
  readonly settings: StudySettings;
  /** The scheduler's memory after a rating. */
  readonly next: (memory: Memory | undefined, rating: Rating, day: Day, id: string) => Memory;
  /** Whether everything is asked once more on the last day. */
  readonly forcesEve: boolean;
}

/** Seconds a question takes, so that minutes and questions are the same number. */
export const SECONDS_PER_QUESTION = 60;

/** What `plan` does; day 0 is today. */
export function ourPlan(setting: Setting, desiredRetention = 0.9): Policy {
  const settings = { ...common(setting), desiredRetention, interview: setting.days };
  return { name: 'plan', settings, next: byFsrs(desiredRetention), forcesEve: false };
}

/**
 * FSRS that knows of no date: new questions evenly over the first two thirds. It meets them before the reviews as the plan
 * does, or it would lose under every cap.
 */
export function plainFsrs(setting: Setting, desiredRetention: number): Policy {
  const settings = { ...dateless(setting), desiredRetention };
  const name = `FSRS ${desiredRetention}`;
  return { name, settings, next: byFsrs(desiredRetention), forcesEve: false };
}

/** Plain FSRS, then everything once more on the eve. */
export function allOnTheEve(setting: Setting): Policy {
  return { ...plainFsrs(setting, 0.9), name: 'all on the eve', forcesEve: true };
}

/** SM-2 (Wozniak 1990) with Again as quality 2 and Good as 4; forgotten questions are repeated on the same day. */
export function sm2(setting: Setting): Policy {
  return { name: 'SM-2', settings: dateless(setting), next: bySm2, forcesEve: false };
}

function common({ cap }: Setting): StudySettings {
  return {
    ...defaultStudySettings,
    reviewsPerDay: Number.POSITIVE_INFINITY,
    minutesPerDay: cap === null ? null : (cap * SECONDS_PER_QUESTION) / 60,
  };
}

function dateless(setting: Setting): StudySettings {
  const newPerDay = Math.ceil(setting.questions / Math.ceil((setting.days * 2) / 3));
  return { ...common(setting), newPerDay, burySiblings: false };
}

function byFsrs(desiredRetention: number): Policy['next'] {
  const parameters = { ...defaultParameters, desiredRetention };
  return (memory, rating, day, id) => nextMemory(memory, rating, { day, atMs: 0 }, parameters, id);
}

/** The easiness factor takes the place of the difficulty, the interval that of the stability. */
const bySm2: Policy['next'] = (memory, rating, day) => {
  const ease = Math.max(1.3, (memory?.difficulty ?? 2.5) - (rating === 1 ? 0.32 : 0));
  const reps = rating === 1 ? 0 : (memory?.reps ?? 0) + 1;
  const interval = reps <= 1 ? 1 : reps === 2 ? 6 : Math.round((memory?.stability ?? 6) * ease);
  return {
    state: 'Review',
    step: 0,
    stability: interval,
    difficulty: ease,
    reps,
    lapses: 0,
    lastDay: day,
    lastMs: 0,
    scheduledDays: interval,
    dueDay: day + interval,
    dueMs: null,
  };
};
