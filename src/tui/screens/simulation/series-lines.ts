import { sparkline } from '../../../charts/sparkline.ts';
import { timePlot } from '../../../charts/time-plot.ts';
import { type Line, widthOf } from '../../../markdown/index.ts';
import { oneLine } from '../../components/one-line.ts';
import { short } from './amount.ts';
import { watch } from './clock.ts';
import { fitted, line, span } from './spans.ts';
import { wrapped } from './story-lines.ts';
import type { Series, Snapshot } from './world.ts';

const GAP = '  ';
const LOWEST_PLOT = 4;
const HIGHEST_PLOT = 10;
/** Around a plot: its name, its lowest row, the times, and a line between. */
const PLOT_FRAME = 4;

/** A line a series, as high as one character. */
export function sparkLines(series: readonly Series[], columns: number): Line[] {
  const labels = series.map(({ label }) => oneLine(label));
  const name = Math.min(Math.max(0, ...labels.map(widthOf)), Math.floor(columns / 3));
  const notes = series.map(({ values, unit }) => `${short(last(values))} ${unit}`.trim());
  const note = Math.min(Math.max(0, ...notes.map(widthOf)), Math.floor(columns / 3));
  const room = Math.max(0, columns - name - note - 2 * GAP.length);
  return series.map(({ values }, at) =>
    line(
      span(fitted(labels[at] ?? '', name), 'muted'),
      span(GAP + sparkline(values, room).padEnd(room) + GAP),
      span(fitted(notes[at] ?? '', note).trimEnd()),
    ),
  );
}

/** A plot a series over the time until now, as high as there are rows for all of them. */
export function timelineLines({ series, nowMicros }: Snapshot, columns: number, rows: number) {
  if (series.length === 0) return wrapped('Nothing is measured in this run.', columns, 'muted');
  const each = Math.floor(rows / series.length) - PLOT_FRAME;
  const steps = Math.min(HIGHEST_PLOT, Math.max(LOWEST_PLOT, each));
  const times = [watch(0, 0), watch(nowMicros, 0)] as const;
  return series.flatMap(({ label, unit, values }, at): Line[] => {
    const most = values.reduce((highest, value) => Math.max(highest, value), 0);
    const name = oneLine(unit === '' ? label : `${label} (${unit})`);
    const note = `now ${short(last(values))}, most ${short(most)}`;
    return [
      ...(at === 0 ? [] : [line()]),
      line(span(name, 'heading2'), span(GAP + note, 'muted')),
      ...timePlot(values, times, columns, steps).map((text) => line(span(text))),
    ];
  });
}

function last(values: readonly number[]): number {
  return values.at(-1) ?? 0;
}
