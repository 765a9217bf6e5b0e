import { sparkline } from '../../../charts/sparkline.ts';
import { table } from '../../../charts/table.ts';
import { timePlot } from '../../../charts/time-plot.ts';
import type { Curves } from '../../../domain/dialogue.ts';
import type { Line } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { fitted } from '../simulation/spans.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { span } from './line-parts.ts';

type Curve = Curves['curves'][number];

/** Fewer columns, and only the words are left. */
const DRAWN_FROM = 60;
/** A table with more rows is no pleasure to read. */
const MOST_ROWS = 12;
/** An axis of whole numbers says little about less. */
const PLOTTED_FROM = 10;
const PLOT_STEPS = 6;
const GAP = '  ';

/** The curves drawn where there is room, then in words. */
export function curveLines({ title, at, curves }: Curves, width: number): Line[] {
  const isShort = at.length <= MOST_ROWS;
  return [
    ...wrapped(title, width, 'heading2'),
    ...(width < DRAWN_FROM ? [] : drawn(curves, at, width)),
    ...(isShort ? inTable(curves, at, width) : curves.flatMap((each) => inWords(each, at, width))),
  ];
}

function drawn(curves: readonly Curve[], at: readonly string[], width: number): Line[] {
  const [first, ...others] = curves;
  if (first && others.length === 0 && at.length > MOST_ROWS && highest(first) >= PLOTTED_FROM) {
    const { values, from } = measured(first);
    return asLines(timePlot(values, [at[from] ?? '', at.at(-1) ?? ''], width, PLOT_STEPS));
  }
  return sparkLines(curves, at, width);
}

/** From the first value on; where nothing was measured, the line goes on as it was. */
function measured({ values }: Curve): { values: number[]; from: number } {
  const from = values.findIndex((value) => value !== undefined);
  let last = 0;
  const known = values.slice(from).map((value) => {
    last = value ?? last;
    return last;
  });
  return { values: known, from };
}

/** A line a curve, all in one scale; what wasn't measured is a dot. */
export function sparkLines(
  curves: readonly Pick<Curve, 'name' | 'values'>[],
  at: readonly string[],
  width: number,
): Line[] {
  const name = Math.min(Math.floor(width / 3), Math.max(...curves.map((each) => each.name.length)));
  const room = Math.max(1, width - name - GAP.length);
  const each = Math.max(1, Math.min(6, Math.floor(room / Math.max(1, at.length))));
  const columns = Math.min(room, each * at.length);
  const most = Math.max(0, ...curves.map(highest));
  const first = at[0] ?? '';
  const last = at.at(-1) ?? '';
  const between = columns - first.length - last.length;
  const axis = between > 0 ? `${first}${' '.repeat(between)}${last}` : '';
  return [
    ...curves.map((curve) => ({
      spans: [
        span(fitted(curve.name, name) + GAP, 'muted'),
        span(sparks(curve.values, columns, most)),
      ],
    })),
    ...(axis === '' ? [] : [{ spans: [span(' '.repeat(name) + GAP + axis, 'muted')] }]),
  ];
}

function sparks(values: readonly (number | undefined)[], columns: number, most: number): string {
  const line = sparkline(
    values.map((value) => value ?? 0),
    columns,
    most,
  );
  return [...line]
    .map((spark, column) => {
      const value = values[Math.floor((column * values.length) / columns)];
      if (value === undefined && spark === ' ') return '·';
      // A nothing that was measured is seen, too.
      return value === 0 && spark === ' ' ? '_' : spark;
    })
    .join('');
}

function highest({ values }: Pick<Curve, 'values'>): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

function inTable(curves: readonly Curve[], at: readonly string[], width: number): Line[] {
  const head = ['at', ...curves.map(({ name }) => name)];
  const rows = at.map((when, point) => [when, ...curves.map(({ words }) => words[point] ?? '–')]);
  const [title = '', ...lines] = table([head, ...rows], width);
  return [{ spans: [span(title, 'tableHeader')] }, ...asLines(lines)];
}

/** Where it began and ended, and the extremes between. */
function inWords({ name, values, words }: Curve, at: readonly string[], width: number): Line[] {
  const known = [...values.keys()].filter((point) => values[point] !== undefined);
  if (known.length === 0) return wrapped(`${name}: nothing was measured.`, width);
  const value = (point: number) => values[point] ?? 0;
  const top = known.reduce((best, point) => (value(point) > value(best) ? point : best));
  const low = known.reduce((best, point) => (value(point) < value(best) ? point : best));
  const said = (point: number) => `${words[point] ?? ''} at ${at[point] ?? ''}`;
  const sentence = `first ${said(known[0] ?? 0)}, highest ${said(top)}, lowest ${said(low)}, last ${said(known.at(-1) ?? 0)}`;
  return hanging(
    [span(`${name}: `, 'muted')],
    wrapped(sentence, Math.max(16, width - name.length - 2)),
  );
}

function asLines(texts: readonly string[]): Line[] {
  return texts.map((text) => ({ spans: [span(text)] }));
}
