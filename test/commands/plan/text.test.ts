import { describe, expect, it } from 'vitest';
import type { Study } from '../../../src/commands/home/study.ts';
import { planJson } from '../../../src/commands/plan/json.ts';
import { outlook } from '../../../src/commands/plan/outlook.ts';
import { planText } from '../../../src/commands/plan/text.ts';
import { parseIsoDate } from '../../../src/domain/day.ts';
import { defaultStudySettings, type StudySettings } from '../../../src/domain/study-settings.ts';
import { averageLearner } from '../../../src/scheduling/learner.ts';
import { item } from '../../fixtures/items.ts';
import { libraryOf } from '../../fixtures/study.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const library = await libraryOf({ t: '' });
const forty = Array.from({ length: 40 }, (_, index) => item(`q${index}`));

function study(settings: Partial<StudySettings>, items: Study['items'] = forty): Study {
  return {
    library,
    settings: { ...defaultStudySettings, ...settings },
    today,
    nowMs: today * 86_400_000,
    items,
    done: { fresh: new Set(), answered: new Set(), reviews: 0, spentMs: 0 },
    learner: averageLearner,
  };
}
const told = (settings: Partial<StudySettings>, items?: Study['items'], width = 80) =>
  planText(outlook(study(settings, items)), width, false);

describe('the plan', () => {
  it('tells the way to the interview', () => {
    const text = told({ interview: today + 21 });
    expect(text).toMatch(/^The interview is in 21 days, on Saturday 12 December 2026\.\n/);
    expect(text).toMatch(/The last pass begins on \w+ \d+ December 2026/);
    expect(text).toMatch(/New questions: \d a day; no limit of time\./);
    expect(text).toMatch(/The heaviest day is .*: \d+ questions, about \d+ min\./);
    expect(text).toMatch(/About t +\d\d % +- +- +0\n/);
    expect(text).not.toContain('What will not fit');
    expect(text).toContain('it is no promise');
  });

  it('says honestly what will not fit, and how much time would do', () => {
    const settings = { interview: today + 14, minutesPerDay: 1 };
    const text = told(settings);
    const [, missed, minutes] =
      /(\d+) questions of 40 will not be met.*\n {4}About t: \d+ of level 1\n {2}About (\d+) min/.exec(
        text,
      ) ?? [];
    expect(Number(missed)).toBeGreaterThan(20);
    expect(told({ ...settings, minutesPerDay: Number(minutes) })).not.toContain('will not be met');
    expect(told({ ...settings, minutesPerDay: Number(minutes) - 5 || 1 })).toContain(
      'will not be met',
    );
    expect(text).toMatch(new RegExp(`All topics .* ${missed}\\n`));
  });

  it('says that nothing will be repeated where the minutes leave no time, and what would', () => {
    const many = Array.from({ length: 200 }, (_, index) => item(`q${index}`));
    const text = told({ interview: today + 14, minutesPerDay: 10 }, many);
    expect(text).toContain('Nothing that you meet will be repeated before the interview.');
    const [, minutes, then, now] =
      /With about (\d+) minutes a day you would recall (\d+) % of all instead of (\d+) %/.exec(
        text.replace(/\s+/g, ' '),
      ) ?? [];
    expect(Number(minutes)).toBeGreaterThan(10);
    expect(Number(then)).toBeGreaterThan(Number(now));
    expect(text).not.toContain('last pass');
    expect(text).toMatch(/New questions: (\d+) a day; at most 10 minutes a day\./);
    expect(text).toMatch(/\d+ a day would be in time for all\./);
  });

  it('blames nothing on the time once the share of today is done', () => {
    const settings = { interview: today + 21, minutesPerDay: 60 };
    const begun = study(settings);
    const share = Number(/New questions: (\d+) a day/.exec(told(settings))?.[1]);
    const ids = forty.slice(0, share).map(({ question }) => question.id);
    const done = { ...begun.done, fresh: new Set(ids), answered: new Set(ids) };
    const text = planText(outlook({ ...begun, done }), 80, false);
    expect(text).not.toContain('would be in time for all');
    expect(text).not.toContain('New questions: 0 a day');
  });

  it('says so where no time would be enough', () => {
    const text = told({ interview: today, minutesPerDay: 30 });
    expect(text).toContain('40 questions of 40 will not be met before the interview:');
    expect(text).toContain('The days that are left are too few for all of them.');
  });

  it('speaks of a last pass only where there is time for one', () => {
    expect(told({ interview: today + 2 })).not.toContain('last pass');
    const learnt = Array.from({ length: 9 }, (_, index) =>
      item(`q${index}`, { dueDay: today + 30 }),
    );
    const begun = learnt.map(({ question, progress }) =>
      progress ? { question, progress: { ...progress, firstDay: today - 40 } } : { question },
    );
    expect(told({ interview: today + 3 }, begun)).toContain('The last pass is on');
  });

  it('without a date shows two weeks, and how to set one', () => {
    const text = told({});
    expect(text).toContain('There is no date of an interview: swelearn plan --interview');
    expect(text.match(/^ {2}(today|\w{3} \d\d \w{3}) /gm)).toHaveLength(14);
    expect(text).not.toContain('Expected recall');
  });

  it.each([
    [-3, 'The interview was 3 days ago.'],
    [0, 'The interview is today, on Saturday 21 November 2026.\nGood luck.'],
    [5000, 'The interview is in 5000 days; the plan begins a year before it.'],
  ])('with the interview %i days away says so', (days, words) => {
    expect(told({ interview: today + days })).toContain(words);
  });

  it.each([40, 60, 80, 120])('fits %i columns', (width) => {
    const text = told({ interview: today + 14, minutesPerDay: 1 }, forty, width);
    expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
  });

  it('is JSON for programs', () => {
    const json = planJson(outlook(study({ interview: today + 2 })));
    expect(JSON.parse(JSON.stringify(json))).toMatchObject({
      schema: 'swelearn.plan/1',
      interview: '2026-11-23',
      daysLeft: 2,
      days: [{ date: '2026-11-21' }, { date: '2026-11-22' }],
      expected: { questions: 40, topics: [{ topic: 't' }] },
    });
  });
});
