import type { Day } from '../domain/day.ts';
import type { ExerciseOutline } from '../domain/exercise.ts';
import type { Level } from '../domain/level.ts';
import type { Attempt, ReviewSource } from '../domain/review-log.ts';
import { groupBy } from '../scheduling/group-by.ts';
import type { Item } from '../scheduling/item.ts';
import type { Answer } from './answers.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { dueAhead } from './due-ahead.ts';
import { type ExerciseStatistics, exerciseStatistics } from './exercises.ts';
import { predictionsMade } from './prediction.ts';
import { type Recall, recallBy, recallOf } from './recall.ts';
import { type DaySpent, type TimeSpent, timeOnDays, timeSpent } from './time-spent.ts';

/** What the log says of a learner. */
export interface Statistics {
  readonly today: Day;
  /** How many days, today included, count as recent. */
  readonly recentDays: number;
  readonly total: TimeSpent;
  /** Days with an answer. */
  readonly studyDays: number;
  readonly sources: ReadonlyMap<ReviewSource, number>;
  readonly recall: Recall;
  readonly recallByLevel: ReadonlyMap<Level, Recall>;
  readonly topics: readonly TopicStatistics[];
  /** Questions due today, tomorrow and so on. */
  readonly due: readonly number[];
  /** The days of the heat map or of the recent time, whichever are more, oldest first. */
  readonly days: readonly DaySpent[];
  readonly calibration: Calibration | undefined;
  readonly exercises: ExerciseStatistics;
}

/** A topic with an answer. */
export interface TopicStatistics extends TimeSpent {
  readonly topic: string;
  readonly recall: Recall;
  readonly recallByLevel: ReadonlyMap<Level, Recall>;
}

export const DAYS_AHEAD = 14;
export const WEEKS_BACK = 26;

export interface Asked {
  readonly answers: readonly Answer[];
  readonly items: readonly Item[];
  /** Those of the library, and every attempt at one. */
  readonly exercises: readonly ExerciseOutline[];
  readonly attempts: readonly Attempt[];
  readonly today: Day;
  readonly recentDays: number;
}

export function statisticsOf({
  answers,
  items,
  exercises,
  attempts,
  today,
  recentDays,
}: Asked): Statistics {
  const since = today - recentDays + 1;
  const outlineOf = outlinesOf(items);
  const reviews = answers.map(({ review }) => review);
  const levelOf = (question: string) => outlineOf.get(question)?.level;
  const byTopic = groupBy(answers, ({ review }) => outlineOf.get(review.question)?.topic);
  const first = today - Math.max(7 * WEEKS_BACK, recentDays) + 1;
  return {
    today,
    recentDays,
    total: timeSpent(reviews),
    studyDays: new Set(reviews.map(({ day }) => day)).size,
    sources: countsOf(reviews.map(({ source }) => source)),
    recall: recallOf(answers, since),
    recallByLevel: recallBy(answers, since, levelOf),
    topics: [...byTopic].map(([topic, own]) => ({
      topic,
      ...timeSpent(own.map(({ review }) => review)),
      recall: recallOf(own, since),
      recallByLevel: recallBy(own, since, levelOf),
    })),
    due: dueAhead(items, today, DAYS_AHEAD),
    days: timeOnDays(reviews, first, today),
    calibration: calibrationOf(predictionsMade(answers)),
    exercises: exerciseStatistics(exercises, attempts, answers),
  };
}

/** Questions by their ids, the earlier ones too. */
function outlinesOf(items: readonly Item[]): Map<string, Item['question']> {
  const earlier = items.flatMap(({ question }) =>
    question.formerly.map((id) => [id, question] as const),
  );
  return new Map([...earlier, ...items.map(({ question }) => [question.id, question] as const)]);
}

function countsOf<Key>(keys: readonly Key[]): Map<Key, number> {
  return new Map([...groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]));
}
