import { daysFromNow } from '../../domain/date-words.ts';
import type { Result } from '../../domain/dialogue.ts';
import type { ExerciseOutline } from '../../domain/exercise.ts';
import type { ParameterSet } from '../../domain/parameter-set.ts';
import type { Memory } from '../../domain/progress.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { counted } from '../counted.ts';
import type { Host } from '../host.ts';
import { explainStorage, progressFile } from '../open-store.ts';
import { parametersFor } from '../quiz/study-state.ts';

/** What a result is kept with. */
interface RecordGround {
  readonly host: Host;
  readonly store: ReviewStore;
  readonly settings: StudySettings;
}

/** As long as a review counts at most, in the quiz as well; the attempt beside it knows the whole time. */
const LONGEST_REVIEW_MS = 10 * 60_000;
/** What somebody pasted in place of a line of explanation is cut, so that the history can be exported and imported. */
const LONGEST_EXPLANATION = 2000;

/**
 * Keeps how an exercise went, and that it has to come back, in one transaction; durable when it returns. Gives when that is, in
 * words. Throws a UserError when it can't be kept; then nothing was.
 */
export function recordResult(
  { host, store, settings }: RecordGround,
  { id, fingerprint }: Pick<ExerciseOutline, 'id' | 'fingerprint'>,
  { rating, explanation, ...went }: Result,
  durationMs: number,
): string {
  const atMs = host.calendar.nowMs();
  const day = host.calendar.dayOf(atMs);
  try {
    const { progress } = store.recordAttempt(
      {
        kind: 'review',
        question: id,
        rating,
        durationMs: Math.min(LONGEST_REVIEW_MS, durationMs),
        source: 'exercise',
        fingerprint,
        parameters: stepsFor(rating, parametersFor(settings, store)),
        atMs,
        day,
      },
      { ...went, explanation: explanation.slice(0, LONGEST_EXPLANATION), durationMs },
    );
    return progress?.memory ? `due again ${whenDue(progress.memory)}` : '';
  } catch (error) {
    throw explainStorage(error, progressFile(host));
  }
}

/** Steps of minutes are for what is learnt by repeating it; an exercise that was passed was done at length. */
function stepsFor(rating: Result['rating'], parameters: ParameterSet): ParameterSet {
  return rating === 1 ? parameters : { ...parameters, learningSteps: [], relearningSteps: [] };
}

/** `in 10 minutes`, `tomorrow`, `in 3 days` */
function whenDue({ dueMs, dueDay, lastMs, lastDay }: Memory): string {
  if (dueMs === null) return daysFromNow(dueDay - lastDay);
  const minutes = Math.max(1, Math.round((dueMs - lastMs) / 60_000));
  if (minutes < 60) return `in ${counted(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours < 24 ? `in ${counted(hours, 'hour')}` : daysFromNow(Math.round(hours / 24));
}
