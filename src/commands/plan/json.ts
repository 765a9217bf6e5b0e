import { isoDate } from '../../domain/day.ts';
import type { Readiness } from '../../scheduling/readiness.ts';
import type { Outlook } from './outlook.ts';

/** The plan for programs. Counts of days ahead are means, recall is from 0 to 1 with unmet questions as 0. */
export function planJson({ study, plan, ahead, minutesThatFit, unlimited }: Outlook): object {
  const { today, settings } = study;
  return {
    schema: 'swelearn.plan/1',
    today: isoDate(today),
    interview: plan ? isoDate(plan.interview) : null,
    daysLeft: plan ? plan.interview - today : null,
    minutesPerDay: settings.minutesPerDay,
    newPerDay: plan ? plan.freshToday : settings.newPerDay,
    lastPassFrom: plan ? isoDate(plan.passFrom) : null,
    days: ahead.days.map(({ day, reviews, lastPass, fresh }) => ({
      date: isoDate(day),
      reviews: rounded(reviews),
      lastPass: rounded(lastPass),
      new: rounded(fresh),
    })),
    expected: {
      ...groupJson(ahead.readiness),
      topics: [...ahead.readiness.topics].map(([topic, group]) => ({ topic, ...groupJson(group) })),
    },
    neverMet: ahead.neverMet,
    minutesThatFit: minutesThatFit ?? null,
    unlimited: unlimited ? { ...unlimited, recall: rounded(unlimited.recall) } : null,
  };
}

function groupJson({ overall, levels }: Pick<Readiness, 'overall' | 'levels'>): object {
  const standings = [...levels].map(([level, standing]) => ({
    level,
    ...standing,
    recall: rounded(standing.recall),
  }));
  return { ...overall, recall: rounded(overall.recall), levels: standings };
}

function rounded(value: number): number {
  return Math.round(1000 * value) / 1000;
}
