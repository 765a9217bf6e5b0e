import asciichart from 'asciichart';
import { niceStep, plainNumber } from './scale.ts';

/** What was measured at one value of the knob: over several seeds the mean, the least and the most. */
export interface SweepPoint {
  readonly x: number;
  /** From 0, like `min` and `max`. */
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** What the axes say; units may be empty. All texts are of narrow characters. */
export interface SweepAxes {
  readonly x: string;
  readonly xUnit: string;
  readonly y: string;
  readonly yUnit: string;
  /** Where a check passes or fails, in the unit of y. */
  readonly threshold?: number;
}

/** asciichart writes a label into the first column, whatever its width, and draws the axis in the next. */
const OFFSET = 2;
/** asciichart's own signs, but for the first one, a cross that it would also set at the wrong end of the axis. */
const SYMBOLS = [...'┤┤╶╴─╰╭╮╯│'];
const POINT = '●';
const BAND = '░';
const THRESHOLD = '╌';
const TICK = '┬';
const CORNER = '└';
const LABEL_GAP = 2;
const LEAST_COLUMNS = 2;
/** Numbers closer to each other are hard to read. */
const ROWS_PER_LABEL = 3;

/**
 * A plot of the points, at most so many steps high: the mean as a line with a dot where it was measured, a band from the
 * least to the most, a dashed line for the threshold. The lines below and above name the axes; none is wider than `width`.
 */
export function sweepPlot(
  points: readonly SweepPoint[],
  axes: SweepAxes,
  width: number,
  steps: number,
): string[] {
  if (points.length === 0) return [];
  const sorted = points.toSorted((one, other) => one.x - other.x);
  const scale = scaleUpTo(Math.max(axes.threshold ?? 0, ...sorted.map(({ max }) => max)), steps);
  const margin = Math.max(OFFSET, ...scale.labels.map((label) => label.length));
  const columns = Math.max(LEAST_COLUMNS, width - margin);
  const places = placesOf(sorted, columns);
  const canvas = lineOf(
    columnsOf(sorted, places, ({ mean }) => mean),
    scale,
  );
  if (axes.threshold !== undefined) fillRow(canvas, rowOf(axes.threshold, scale), columns);
  fillBand(canvas, sorted, places, scale);
  for (const [index, { mean }] of sorted.entries())
    put(canvas, rowOf(mean, scale), places[index] ?? 0, POINT);
  return [
    withUnit(axes.y, axes.yUnit),
    ...canvas.map((row, index) => labelled(row.join(''), scale.labels[index] ?? '', margin)),
    ...xAxis(sorted, places, columns).map((line) => ' '.repeat(margin) + line),
    withUnit(axes.x, axes.xUnit).padStart(margin + columns),
    ...legend(sorted, axes),
  ].map((line) => line.slice(0, width).trimEnd());
}

/** The axis from 0: how high it is in rows and in units, and what stands beside each row from the top. */
interface Scale {
  readonly rows: number;
  readonly top: number;
  readonly labels: readonly string[];
}

function scaleUpTo(most: number, steps: number): Scale {
  const step = niceStep(most, Math.max(1, Math.floor(steps / ROWS_PER_LABEL)));
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  const each = Math.max(1, Math.floor(steps / count));
  const labels = Array.from({ length: count * each + 1 }, (_, row) =>
    row % each === 0 ? plainNumber((count - row / each) * step) : '',
  );
  return { rows: count * each, top: count * step, labels };
}

/** Counted from the top, rounded as asciichart does. */
function rowOf(value: number, { rows, top }: Scale): number {
  return rows - Math.round(value * (rows / top));
}

/** The column of each point, the axis being the first; one point alone stands there. */
function placesOf(points: readonly SweepPoint[], columns: number): number[] {
  const first = points[0]?.x ?? 0;
  const span = (points.at(-1)?.x ?? 0) - first;
  return points.map(({ x }) => (span > 0 ? Math.round(((x - first) / span) * (columns - 1)) : 0));
}

/** A value for each column from the first point's to the last one's: what was measured, or a straight line between. */
function columnsOf(
  points: readonly SweepPoint[],
  places: readonly number[],
  value: (point: SweepPoint) => number,
): number[] {
  const found: number[] = [];
  for (const [index, point] of points.entries()) {
    const from = places[index - 1] ?? -1;
    const to = places[index] ?? 0;
    const before = found.at(-1) ?? value(point);
    const rise = (value(point) - before) / Math.max(1, to - from);
    for (let column = from + 1; column < to; column += 1)
      found[column] = before + rise * (column - from);
    found[to] = value(point);
  }
  return found;
}

/** Only where a number stands beside it does the axis have a tick. */
function labelled(row: string, label: string, margin: number): string {
  return label.padStart(margin) + (label === '' ? row.replace('┤', '│') : row);
}

/** asciichart's line, a character a cell. */
function lineOf(means: readonly number[], { rows, top }: Scale): string[][] {
  // It draws between two values; one alone is a dot.
  const drawn = asciichart
    .plot(means.length > 1 ? means : [...means, ...means], {
      min: 0,
      max: top,
      height: rows,
      offset: OFFSET,
      symbols: SYMBOLS,
      format: () => ' ',
    })
    .split('\n');
  // The axis is the first value's column.
  return drawn.map((line) => [...line].slice(OFFSET - 1, OFFSET - 1 + means.length));
}

function fillRow(canvas: string[][], row: number, columns: number): void {
  for (let column = 0; column < columns; column += 1)
    if (isFree(canvas, row, column)) put(canvas, row, column, THRESHOLD);
}

function fillBand(
  canvas: string[][],
  points: readonly SweepPoint[],
  places: readonly number[],
  scale: Scale,
): void {
  const lows = columnsOf(points, places, ({ min }) => min);
  const highs = columnsOf(points, places, ({ max }) => max);
  for (const [column, high] of highs.entries())
    for (let row = rowOf(high, scale); row <= rowOf(lows[column] ?? high, scale); row += 1)
      if (isFree(canvas, row, column) && high > (lows[column] ?? high))
        put(canvas, row, column, BAND);
}

function isFree(canvas: string[][], row: number, column: number): boolean {
  return (canvas[row]?.[column] ?? ' ') === ' ';
}

function put(canvas: string[][], row: number, column: number, sign: string): void {
  const cells = canvas[row];
  if (!cells) return;
  while (cells.length < column) cells.push(' ');
  cells[column] = sign;
}

/** The axis with a tick and a number for the points that there is room for, the first and the last above all. */
function xAxis(points: readonly SweepPoint[], places: readonly number[], columns: number) {
  const axis: string[] = Array(columns).fill('─');
  const numbers: string[] = Array(columns).fill(' ');
  const order = [0, points.length - 1, ...points.keys()];
  for (const index of new Set(order)) {
    const text = plainNumber(points[index]?.x ?? 0);
    const place = places[index] ?? 0;
    const start = Math.max(0, Math.min(columns - text.length, place - (text.length >> 1)));
    const around = numbers.slice(Math.max(0, start - LABEL_GAP), start + text.length + LABEL_GAP);
    if (around.some((cell) => cell !== ' ')) continue;
    numbers.splice(start, text.length, ...text);
    axis[place] = TICK;
  }
  axis[0] = CORNER;
  return [axis.join(''), numbers.join('')];
}

function withUnit(name: string, unit: string): string {
  return unit === '' ? name : `${name} (${unit})`;
}

/** Only what there is to see. */
function legend(points: readonly SweepPoint[], { threshold, yUnit }: SweepAxes): string[] {
  const parts = [`${POINT} mean`];
  if (points.some(({ min, max }) => min < max)) parts.push(`${BAND} least to most`);
  if (threshold !== undefined)
    parts.push(`${THRESHOLD} check: ${`${plainNumber(threshold)} ${yUnit}`.trim()}`);
  return parts.length > 1 ? [parts.join('  ')] : [];
}
