import { bars } from '../../charts/bars.ts';
import { heatMap } from '../../charts/heat-map.ts';
import { linePlot } from '../../charts/line-plot.ts';
import { shortDate, shortMonth } from '../../domain/date-words.ts';
import { DAYS_AHEAD, type Statistics, WEEKS_BACK } from '../../statistics/statistics.ts';
import { weeksUntil } from '../../statistics/weeks.ts';
import { counted } from '../counted.ts';
import { calibrationLines } from './calibration-lines.ts';
import { exerciseLines, predictionLines } from './exercise-lines.ts';
import { recallLines } from './recall-lines.ts';
import { duration } from './words.ts';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const INDENT = '  ';
/** Topics by the time that they took. */
const MOST_TOPICS = 10;
const PLOT_STEPS = 6;
/** A day with so many due questions is a full one. */
const MANY_DUE = 20;

/** The statistics for people, in sections; no line is wider than `width`. */
export function statisticsText(statistics: Statistics, width: number, styled: boolean): string {
  const bold = (title: string) => (styled ? `\u001b[1m${title}\u001b[22m` : title);
  const room = width - INDENT.length;
  return sections(statistics, room)
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) =>
      [bold(title), ...lines.map((line) => `${INDENT}${line}`.trimEnd())].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

function sections(statistics: Statistics, room: number): Section[] {
  const { recentDays } = statistics;
  return [
    { title: 'Answers', lines: totals(statistics) },
    { title: 'Recall after a day or more', lines: recallLines(statistics, room) },
    { title: `Due in the next ${DAYS_AHEAD} days`, lines: due(statistics, room) },
    { title: 'Answers a day', lines: calendar(statistics, room) },
    { title: `Minutes a day, last ${recentDays} days`, lines: minutes(statistics, room) },
    { title: 'Time by topic', lines: timeByTopic(statistics, room) },
    { title: 'Predicted and actual recall', lines: calibrationLines(statistics.calibration, room) },
    { title: 'Exercises', lines: exerciseLines(statistics.exercises, room) },
    { title: 'Predictions of runs', lines: predictionLines(statistics.exercises, room) },
  ];
}

function totals({ total, studyDays, sources }: Statistics): string[] {
  const { answers, spentMs } = total;
  const from = [...sources].map(([source, count]) => `${source} ${count.toLocaleString('en-US')}`);
  return [
    `${counted(answers, 'answer')} on ${counted(studyDays, 'day')}`,
    from.join(', '),
    `${duration(spentMs)}, ${duration(spentMs / answers)} an answer`,
  ];
}

function due({ due, today }: Statistics, room: number): string[] {
  if (due.every((questions) => questions === 0)) return ['nothing'];
  return bars(
    due.map((questions, ahead) => ({
      label: ahead === 0 ? 'today' : shortDate(today + ahead),
      value: questions,
      note: String(questions),
    })),
    room,
    MANY_DUE,
  );
}

function calendar({ days, today }: Statistics, room: number): string[] {
  const answers = new Map(days.map((each) => [each.day, each.answers]));
  const weeks = weeksUntil(today, WEEKS_BACK, (day) => answers.get(day));
  const columns = weeks.map(({ monday, counts }) => ({
    label: shortMonth(monday) === shortMonth(monday - 7) ? '' : shortMonth(monday),
    cells: counts,
  }));
  const rowLabels = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];
  return heatMap({ columns, rowLabels }, room);
}

function minutes({ days, recentDays }: Statistics, room: number): string[] {
  const values = days.slice(-recentDays).map(({ spentMs }) => spentMs / 60_000);
  return linePlot(values, room, PLOT_STEPS);
}

function timeByTopic({ topics }: Statistics, room: number): string[] {
  if (topics.length < 2) return [];
  const longest = [...topics].sort((a, b) => b.spentMs - a.spentMs).slice(0, MOST_TOPICS);
  return bars(
    longest.map(({ topic, spentMs, answers }) => ({
      label: topic,
      value: spentMs,
      note: `${duration(spentMs)}, ${duration(spentMs / answers)} each`,
    })),
    room,
  );
}
