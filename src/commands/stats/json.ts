import { isoDate } from '../../domain/day.ts';
import type { Level } from '../../domain/level.ts';
import type { ExerciseStatistics } from '../../statistics/exercises.ts';
import type { Recall } from '../../statistics/recall.ts';
import type { Statistics } from '../../statistics/statistics.ts';
import type { TimeSpent } from '../../statistics/time-spent.ts';

/** The statistics for programs. Times are in seconds, shares come with their counts and their 95 % range. */
export function statisticsJson(statistics: Statistics, topic: string | undefined): object {
  const { today, recentDays, total, studyDays, sources, recall, recallByLevel } = statistics;
  const { topics, due, days, calibration, exercises } = statistics;
  return {
    schema: 'swelearn.stats/1',
    today: isoDate(today),
    days: recentDays,
    topic: topic ?? null,
    ...written(total),
    studyDays,
    sources: Object.fromEntries(sources),
    recall: { ...recall, levels: byLevel(recallByLevel) },
    topics: topics.map(({ topic, recall, recallByLevel, ...spent }) => ({
      topic,
      ...written(spent),
      recall: { ...recall, levels: byLevel(recallByLevel) },
    })),
    due: due.map((questions, ahead) => ({ date: isoDate(today + ahead), questions })),
    perDay: days.map(({ day, ...spent }) => ({ date: isoDate(day), ...written(spent) })),
    calibration: calibration ?? null,
    exercises: exercisesJson(exercises),
  };
}

function exercisesJson({ spentMs, recent, ...counts }: ExerciseStatistics): object {
  return {
    ...counts,
    seconds: Math.round(spentMs / 1000),
    recent: recent.map(({ day, ...said }) => ({ date: isoDate(day), ...said })),
  };
}

function written({ answers, spentMs }: TimeSpent): { answers: number; seconds: number } {
  return { answers, seconds: Math.round(spentMs / 1000) };
}

function byLevel(levels: ReadonlyMap<Level, Recall>): object[] {
  return [...levels]
    .sort(([one], [two]) => one - two)
    .map(([level, recall]) => ({ level, ...recall }));
}
