import type { Day } from '../../domain/day.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import { type Forecast, forecast } from '../../scheduling/forecast.ts';
import { type Plan, planOn } from '../../scheduling/plan.ts';
import { FARTHEST_DAYS } from '../../tui/screens/first-run/answers.ts';
import type { Study } from '../home/study.ts';

/** What lies ahead of the learner. */
export interface Outlook {
  readonly study: Study;
  /** Undefined without an interview to come within a year. */
  readonly plan: Plan | undefined;
  readonly ahead: Forecast;
  /**
   * Minutes a day with which every question would be met; undefined where all are, or where no time would be enough.
   */
  readonly minutesThatFit: number | undefined;
  /** What the days would be like without a limit of time; undefined where there is none, or no interview. */
  readonly unlimited: Unlimited | undefined;
}

interface Unlimited {
  /** On the mean day. */
  readonly minutes: number;
  /** Expected on the day of the interview, from 0 to 1. */
  readonly recall: number;
}

const DAYS_WITHOUT_DATE = 14;
const STEP_MINUTES = 5;

/** Studies the coming days in the model, with the learner's own settings; with more time where that is too little. */
export function outlook(study: Study): Outlook {
  const settings = { ...study.settings, interview: nearInterview(study) };
  const plan = planOn(study.today, settings.interview, study.items, study.done);
  const ahead = aheadWith(settings, study);
  const isLimited = plan !== undefined && settings.minutesPerDay !== null;
  const endless = isLimited ? aheadWith({ ...settings, minutesPerDay: null }, study) : undefined;
  return {
    ...{ study, plan, ahead },
    minutesThatFit:
      endless && ahead.neverMet.length > 0 ? minutesThatFit(settings, study, endless) : undefined,
    unlimited: endless && {
      minutes: minutesFor(meanDay(endless), study),
      recall: endless.readiness.overall.recall,
    },
  };
}

function meanDay({ days }: Forecast): number {
  const questions = days.reduce((sum, each) => sum + each.reviews + each.lastPass + each.fresh, 0);
  return questions / Math.max(1, days.length);
}

/** About how long a number of questions takes. */
export function minutesFor(questions: number, { learner }: Study): number {
  return Math.ceil((questions * learner.secondsPerQuestion) / 60);
}

/** The day with the most questions; undefined where there are no days. */
export function heaviestDay({ days }: Forecast): { day: Day; questions: number } | undefined {
  return days
    .map(({ day, reviews, lastPass, fresh }) => ({ day, questions: reviews + lastPass + fresh }))
    .reduce<{ day: Day; questions: number } | undefined>(
      (most, each) => (most && most.questions >= each.questions ? most : each),
      undefined,
    );
}

/** A date that is further away can't be studied day by day, and there is no need to yet. */
function nearInterview({ settings: { interview }, today }: Study): Day | null {
  return interview !== null && interview - today <= FARTHEST_DAYS ? interview : null;
}

function aheadWith(settings: StudySettings, { items, today, done, learner }: Study): Forecast {
  return forecast(items, today, settings, done, learner, DAYS_WITHOUT_DATE);
}

/** Halves the way between the time that is too short and that of the heaviest day without a limit. */
function minutesThatFit(
  settings: StudySettings,
  study: Study,
  endless: Forecast,
): number | undefined {
  if (settings.minutesPerDay === null || endless.neverMet.length > 0) return undefined;
  const fits = (steps: number) =>
    aheadWith({ ...settings, minutesPerDay: steps * STEP_MINUTES }, study).neverMet.length === 0;
  const most = minutesFor(heaviestDay(endless)?.questions ?? 0, study);
  let short = Math.floor(settings.minutesPerDay / STEP_MINUTES);
  let enough = Math.max(short + 1, Math.ceil(most / STEP_MINUTES));
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (fits(middle)) enough = middle;
    else short = middle;
  }
  return enough * STEP_MINUTES;
}
