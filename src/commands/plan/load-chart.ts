import { shortDate } from '../../domain/date-words.ts';
import type { Day } from '../../domain/day.ts';
import type { DayAhead } from '../../scheduling/forecast.ts';

/** Kinds of questions, and what their parts of a bar are drawn with: to be told apart without colour. */
const PARTS = [
  { of: 'reviews', sign: '█', name: 'due' },
  { of: 'lastPass', sign: '▒', name: 'last pass' },
  { of: 'fresh', sign: '·', name: 'new' },
] as const;

type Load = Readonly<Record<(typeof PARTS)[number]['of'], number>>;

/** More days than this are shown by weeks. */
const DAYS_MAX = 31;
const DAYS_IN_A_WEEK = 7;
/** From this width on there is room for the parts in numbers. */
const ROOMY = 60;
const GAP = 2;

/** The coming load: a bar a day, or a week with its mean day, and a legend; no line is wider than `width`. */
export function loadChart(days: readonly DayAhead[], today: Day, width: number): string[] {
  const rows = days.length > DAYS_MAX ? byWeek(days) : days;
  const labels = rows.map(({ day }) => (day === today ? 'today' : shortDate(day)));
  const notes = rows.map((load) => noteOf(load, width));
  const labelWidth = longest(labels) + GAP;
  const room = Math.max(1, width - labelWidth - 1 - longest(notes));
  const most = Math.max(1, ...rows.map(totalOf));
  const lines = rows.map((load, row) =>
    `${(labels[row] ?? '').padEnd(labelWidth)}${barOf(load, room / most)} ${notes[row]}`
      .slice(0, width)
      .trimEnd(),
  );
  const used = PARTS.filter(({ of }) => rows.some((load) => load[of] > 0));
  return [
    ...lines,
    used
      .map(({ sign, name }) => `${sign} ${name}`)
      .join('   ')
      .slice(0, width),
  ];
}

/** `week` or `day`: what a bar of the chart stands for. */
export function barUnit(days: readonly DayAhead[]): 'day' | 'week' {
  return days.length > DAYS_MAX ? 'week' : 'day';
}

function byWeek(days: readonly DayAhead[]): DayAhead[] {
  return Array.from({ length: Math.ceil(days.length / DAYS_IN_A_WEEK) }, (_, week) => {
    const some = days.slice(week * DAYS_IN_A_WEEK, (week + 1) * DAYS_IN_A_WEEK);
    const mean = (of: keyof Load) => some.reduce((sum, each) => sum + each[of], 0) / some.length;
    const [first] = some;
    return {
      day: first?.day ?? 0,
      reviews: mean('reviews'),
      lastPass: mean('lastPass'),
      fresh: mean('fresh'),
    };
  });
}

/** Each part ends where the sum up to it ends, so that the bar is as long as the total. */
function barOf(load: Load, scale: number): string {
  let [sum, bar] = [0, ''];
  for (const { of, sign } of PARTS) {
    sum += load[of];
    bar = bar.padEnd(Math.round(sum * scale), sign);
  }
  return bar;
}

function noteOf(load: Load, width: number): string {
  const total = String(Math.round(totalOf(load)));
  const parts = PARTS.filter(({ of }) => Math.round(load[of]) > 0);
  if (width < ROOMY || parts.length < 2) return total;
  return `${total}: ${parts.map(({ of, name }) => `${Math.round(load[of])} ${name}`).join(', ')}`;
}

function totalOf(load: Load): number {
  return load.reviews + load.lastPass + load.fresh;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
