import { daysFromNow, longDate } from '../../domain/date-words.ts';
import type { Forecast } from '../../scheduling/forecast.ts';
import type { Plan } from '../../scheduling/plan.ts';
import { counted } from '../counted.ts';
import { barUnit, loadChart } from './load-chart.ts';
import { heaviestDay, minutesFor, type Outlook } from './outlook.ts';
import { recallTable } from './recall-table.ts';
import { shortfallLines } from './shortfall.ts';
import { wrappedText } from './wrapped-text.ts';

interface Section {
  readonly title?: string;
  readonly lines: readonly string[];
}

const INDENT = '  ';

/** The plan for people, in sections; words are wrapped at `width`, bars and tables fit it. */
export function planText(outlook: Outlook, width: number, styled: boolean): string {
  const bold = (title: string) => (styled ? `\u001b[1m${title}\u001b[22m` : title);
  return sections(outlook, width - INDENT.length)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => {
      const indent = title === undefined ? '' : INDENT;
      return [...(title === undefined ? [] : [bold(title)]), ...lines.map((line) => indent + line)];
    })
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n');
}

function sections(outlook: Outlook, room: number): Section[] {
  const { study, plan, ahead } = outlook;
  const titles = new Map(study.library.topics().map(({ id, title }) => [id, title]));
  const titleOf = (topic: string) => titles.get(topic) ?? topic;
  const wrap = (lines: readonly string[]) => lines.flatMap((line) => wrappedText(line, room));
  const each = barUnit(ahead.days) === 'day' ? 'day' : 'day, week by week';
  const chart = ahead.days.length === 0 ? [] : loadChart(ahead.days, study.today, room);
  const recall = plan && study.items.length > 0 ? recallTable(ahead.readiness, titleOf, room) : [];
  return [
    { lines: wrap(goals(outlook)) },
    { title: `Questions a ${each}`, lines: chart },
    { title: 'Expected recall of what is met by then', lines: recall },
    { title: 'What will not fit', lines: plan ? wrap(shortfallLines(outlook, titleOf)) : [] },
    { lines: wrap([CAUTION]) },
  ];
}

const CAUTION = 'A model of memory expects this if you study every day; it is no promise.';

/** What is aimed at, a line each. */
function goals(outlook: Outlook): string[] {
  const { study, plan, ahead } = outlook;
  const { minutesPerDay, newPerDay } = study.settings;
  const time =
    minutesPerDay === null ? 'no limit of time' : `at most ${minutesPerDay} minutes a day`;
  if (!plan)
    return [noInterview(outlook), `New questions: ${newPerDay} a day; ${time}.`, ...load(outlook)];
  const days = plan.interview - study.today;
  return [
    `The interview is ${daysFromNow(days)}, on ${longDate(plan.interview)}.`,
    ...(days === 0 ? ['Good luck.'] : lastPass(plan, ahead)),
    ...newQuestions(plan, outlook, time),
    ...load(outlook),
  ];
}

/** A few days are too short for one, and without time for it there is none. */
function lastPass({ isLastPass, passFrom, interview }: Plan, { days }: Forecast): string[] {
  const repeated = days
    .filter(({ day }) => day >= passFrom)
    .reduce((sum, { reviews, lastPass }) => sum + reviews + lastPass, 0);
  if (passFrom === interview || Math.round(repeated) === 0) return [];
  const begins = isLastPass ? 'is on' : `begins on ${longDate(passFrom)}`;
  return [`The last pass ${begins}: those days ask once more what will serve you most on the day.`];
}

/** As many as are wanted, or as many as the time allows. */
function newQuestions({ freshToday }: Plan, { study, ahead }: Outlook, time: string): string[] {
  const { settings, done } = study;
  const met = done.fresh.size + Math.round(ahead.days[0]?.fresh ?? freshToday);
  const allowed = settings.minutesPerDay === null ? freshToday : Math.min(freshToday, met);
  const line = `New questions: ${allowed} a day; ${time}.`;
  return allowed < freshToday ? [line, `${freshToday} a day would be in time for all.`] : [line];
}

function noInterview({ study: { settings, today } }: Outlook): string {
  const { interview } = settings;
  const how = 'swelearn plan --interview "in 3 weeks" sets it.';
  if (interview === null) return `There is no date of an interview: ${how}`;
  const when = daysFromNow(interview - today);
  if (interview > today) return `The interview is ${when}; the plan begins a year before it.`;
  return `The interview was ${when}. When there is another: ${how}`;
}

function load({ ahead, study }: Outlook): string[] {
  const heaviest = heaviestDay(ahead);
  if (!heaviest || heaviest.questions === 0) return [];
  const questions = Math.round(heaviest.questions);
  const minutes = minutesFor(questions, study);
  return [
    `The heaviest day is ${longDate(heaviest.day)}: ${counted(questions, 'question')}, about ${minutes} min.`,
  ];
}
