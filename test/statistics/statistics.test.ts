import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/statistics/answers.ts';
import { DAYS_AHEAD, statisticsOf } from '../../src/statistics/statistics.ts';
import { item } from '../fixtures/items.ts';
import { review } from '../fixtures/reviews.ts';

const items = [
  item('q', { dueDay: 101 }),
  item('p', { topic: 'other', level: 2, formerly: ['p-old'], dueDay: 90 }),
];
const answers = answersOf([
  review({ day: 90 }),
  review({ day: 91, question: 'p-old', source: 'mock' }),
  review({ day: 95, question: 'p-old', rating: 1, predicted: 0.9 }),
  review({ day: 96, question: 'gone from the library' }),
  review({ day: 99, predicted: 0.8 }),
]);
const none = { exercises: [], attempts: [] };
const statistics = statisticsOf({ answers, items, ...none, today: 100, recentDays: 5 });

describe('statistics', () => {
  it('count everything, questions that left the library too', () => {
    expect(statistics.total.answers).toBe(5);
    expect(statistics.studyDays).toBe(5);
    expect([...statistics.sources]).toEqual([
      ['quiz', 4],
      ['mock', 1],
    ]);
  });

  it('know recall lately and of all time, by level and by topic', () => {
    const { recall, recallByLevel, topics } = statistics;
    expect([recall.recent.of, recall.allTime.of]).toEqual([1, 2]);
    expect([...recallByLevel].map(([level, { allTime }]) => [level, allTime.count])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(topics).toMatchObject([
      { topic: 't', answers: 2, recall: { allTime: { count: 1, of: 1 } } },
      { topic: 'other', answers: 2, recall: { allTime: { count: 0, of: 1 } } },
    ]);
    expect([...(topics[1]?.recallByLevel.keys() ?? [])]).toEqual([2]);
  });

  it('look ahead from today', () => {
    expect(statistics.due).toEqual([1, 1, ...Array.from({ length: DAYS_AHEAD - 2 }, () => 0)]);
  });

  it('have half a year of days up to today, or as many as are recent', () => {
    expect(statistics.days).toHaveLength(182);
    expect(statistics.days.at(-2)).toEqual({ day: 99, answers: 1, spentMs: 10_000 });
    const long = statisticsOf({ answers, items, ...none, today: 100, recentDays: 400 });
    expect(long.days).toHaveLength(400);
  });

  it('set predictions against answers', () => {
    expect(statistics.calibration?.steps.map(({ recalled }) => recalled.count)).toEqual([1, 0]);
  });
});
