import type { StudySettings } from '../domain/study-settings.ts';
import type { DoneToday } from './item.ts';
import type { Learner } from './learner.ts';

/** What may still be asked today. */
interface Room {
  readonly questions: number;
  /** How many of them may be reviews. */
  readonly reviews: number;
}

/** What the caps leave after what was done, `steps` that are on their way counted like questions. */
export function roomOn(
  { reviewsPerDay, minutesPerDay }: StudySettings,
  done: DoneToday,
  { secondsPerQuestion }: Learner,
  steps: number,
): Room {
  const leftMs = (minutesPerDay ?? Number.POSITIVE_INFINITY) * 60_000 - done.spentMs;
  return {
    questions: Math.max(0, Math.floor(leftMs / (secondsPerQuestion * 1000)) - steps),
    reviews: Math.max(0, reviewsPerDay - done.reviews),
  };
}
