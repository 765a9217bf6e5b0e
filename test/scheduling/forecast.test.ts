import { expect, it } from 'vitest';
import { defaultStudySettings } from '../../src/domain/study-settings.ts';
import { forecast } from '../../src/scheduling/forecast.ts';
import { nothingDone } from '../../src/scheduling/rehearsal.ts';
import { todaysWork } from '../../src/scheduling/work.ts';
import { questionTrees } from './benchmark/trial.ts';

const settings = { ...defaultStudySettings, interview: 20 };
const items = questionTrees(60);
const ahead = (minutesPerDay: number | null) =>
  forecast(items, 0, { ...settings, minutesPerDay }, nothingDone);

it('begins with what today brings, and ends on the eve', () => {
  const { days } = ahead(null);
  expect(days).toHaveLength(20);
  expect(days[0]?.fresh).toBe(todaysWork(items, 0, settings, nothingDone).fresh.length);
  expect(days.reduce((sum, { fresh }) => sum + fresh, 0)).toBeCloseTo(60);
  expect(days.at(-1)?.lastPass).toBe(0);
});

it('expects recall by question, topic and level', () => {
  const { recall, readiness, neverMet } = ahead(null);
  expect(neverMet).toEqual([]);
  expect(readiness.overall).toMatchObject({ questions: 60, met: 60 });
  expect([...readiness.levels.keys()]).toEqual([1, 2, 3]);
  expect([...readiness.topics.keys()]).toEqual(['t0', 't1', 't2']);
  const sum = [...recall.values()].reduce((total, value) => total + value, 0);
  expect(readiness.overall.recall).toBeCloseTo(sum / 60);
  expect(readiness.overall.recall).toBeGreaterThan(0.9);
});

it('says what will not fit', () => {
  const { neverMet, readiness, days } = ahead(1.5);
  // Two questions a day for twenty days; which of sixty they are depends a little on the answers.
  expect(neverMet.length).toBeGreaterThan(15);
  expect(readiness.overall.met).toBe(60 - neverMet.length);
  for (const { reviews, lastPass, fresh } of days)
    expect(reviews + lastPass + fresh).toBeLessThanOrEqual(2);
});

it('is the same for the same state', () => {
  expect(ahead(10)).toEqual(ahead(10));
});

it('looks as far as it is asked without a date', () => {
  const plain = { ...settings, interview: null };
  expect(forecast(items, 0, plain, nothingDone, undefined, 7).days).toHaveLength(7);
});
