import type { Day } from '../domain/day.ts';
import type { ExerciseKind, ExerciseOutline } from '../domain/exercise.ts';
import type { Rating } from '../domain/rating.ts';
import type { Attempt } from '../domain/review-log.ts';
import type { Answer } from './answers.ts';

/** What was tried on the simulator. */
export interface ExerciseStatistics {
  /** Of the kinds that there are, how many exercises were tried and passed at least once. */
  readonly kinds: readonly {
    readonly kind: ExerciseKind;
    readonly all: number;
    readonly tried: number;
    readonly passed: number;
  }[];
  /** Of exercises that left the library, too. */
  readonly attempts: number;
  readonly spentMs: number;
  /** Attempts at predictions, by how near the prediction came. With a hint none counts as right. */
  readonly predictions: { readonly right: number; readonly close: number; readonly wrong: number };
  /** The last ones at which something was predicted, newest first. */
  readonly recent: readonly RecentPrediction[];
}

interface RecentPrediction {
  readonly day: Day;
  readonly exercise: string;
  /** The id, where the exercise left the library. */
  readonly title: string;
  /** A line for each ask, with what came of it. */
  readonly predictions: readonly string[];
  readonly explanation: string;
}

const MOST_RECENT = 5;
const KINDS: readonly ExerciseKind[] = ['predict', 'tune', 'diagnose', 'code'];

export function exerciseStatistics(
  exercises: readonly ExerciseOutline[],
  attempts: readonly Attempt[],
  answers: readonly Answer[],
): ExerciseStatistics {
  const tried = new Set(attempts.map(({ question }) => question));
  const passed = new Set(attempts.filter((each) => each.passed).map(({ question }) => question));
  const titles = new Map(exercises.map(({ id, title }) => [id, title]));
  const predicted = attempts.filter(({ predictions }) => predictions.length > 0);
  return {
    kinds: KINDS.map((kind) => {
      const ofKind = exercises.filter((exercise) => exercise.kind === kind);
      const among = (ids: ReadonlySet<string>) => ofKind.filter(({ id }) => ids.has(id)).length;
      return { kind, all: ofKind.length, tried: among(tried), passed: among(passed) };
    }).filter(({ all }) => all > 0),
    attempts: attempts.length,
    spentMs: attempts.reduce((sum, { durationMs }) => sum + Math.max(0, durationMs), 0),
    predictions: howNear(predicted, answers),
    recent: predicted
      .slice(-MOST_RECENT)
      .reverse()
      .map(({ question, day, predictions, explanation }) => {
        const title = titles.get(question) ?? question;
        return { day, exercise: question, title, predictions, explanation };
      }),
  };
}

/** A prediction is rated Good when all of it is right, Hard when some is only close, Again when some is wrong. */
function howNear(
  predicted: readonly Attempt[],
  answers: readonly Answer[],
): ExerciseStatistics['predictions'] {
  const ratings = new Map(answers.map(({ review }) => [review.id, review.rating]));
  const count = (isSuch: (rating: Rating) => boolean) =>
    predicted.filter(({ review }) => isSuch(ratings.get(review) ?? 1)).length;
  return {
    right: count((rating) => rating > 2),
    close: count((rating) => rating === 2),
    wrong: count((rating) => rating === 1),
  };
}
