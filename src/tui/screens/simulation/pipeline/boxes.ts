import type { Line } from '../../../../markdown/index.ts';
import { oneLine } from '../../../components/one-line.ts';
import { line, type Span, span } from '../spans.ts';
import type { Pipeline, Snapshot } from '../world.ts';
import { BARE_ROWS, boxLines } from './box.ts';
import { type Place, type Ranks, ranksOf } from './ranks.ts';
import { drawnWires, gapOf, type Wire } from './wires.ts';

const NARROWEST = 16;
const WIDEST = 30;
const MOST_NUMBERS = 4;

/** A place with the rows that it takes; its wire is at `port`. */
interface Seat {
  readonly place: Place;
  readonly top: number;
  readonly port: number;
}

/** The pipeline as boxes with wires between; undefined where that doesn't fit. */
export function boxes(
  pipeline: Pipeline,
  snapshot: Snapshot,
  { columns, rows }: { columns: number; rows: number },
): Line[] | undefined {
  const ranks = ranksOf(pipeline);
  const room = rows - ranks.back.length;
  const most = Math.min(MOST_NUMBERS, mostNumbers(snapshot));
  for (let numbers = most; numbers >= Math.min(1, most); numbers -= 1) {
    const height = BARE_ROWS + numbers;
    const total = Math.max(0, ...ranks.columns.map((column) => heightOf(column, height)));
    if (total > room) continue;
    const placed = ranks.columns.map((column) => settled(column, height, total));
    const gaps = placed.slice(0, -1).map((column, at) => wiresOf(column, placed[at + 1] ?? []));
    const free = columns - gaps.reduce((sum, wires) => sum + gapOf(wires), 0);
    const width = Math.min(WIDEST, Math.floor(free / Math.max(1, placed.length)));
    if (width < NARROWEST) return undefined;
    const drawn = placed.map((column) => columnLines(column, snapshot, width, numbers, total));
    const wires = gaps.map((each) => drawnWires(each, total));
    return [...joined(drawn, wires, total), ...backLines(ranks)];
  }
  return undefined;
}

/** Of any node, where one without a bar has a row more for them. */
function mostNumbers({ readings }: Snapshot): number {
  const all = [...readings.values()].map(
    ({ parts, counts }) => parts.length + counts.length - (parts.length === 0 ? 1 : 0),
  );
  return Math.max(0, ...all);
}

function heightOf(column: readonly Place[], box: number): number {
  return column.reduce((sum, { node }) => sum + (node ? box : 1), 0);
}

/** The places of a column one below the other, in the middle of the height. */
function settled(column: readonly Place[], box: number, total: number): Seat[] {
  let top = Math.floor((total - heightOf(column, box)) / 2);
  return column.map((place) => {
    const seat = { place, top, port: place.node ? top + Math.floor(box / 2) : top };
    top += place.node ? box : 1;
    return seat;
  });
}

function wiresOf(column: readonly Seat[], next: readonly Seat[]): Wire[] {
  return column.map(({ place, port }) => ({
    from: port,
    to: next
      .filter((end) => place.to.includes(end.place))
      .map((end) => ({ row: end.port, isBox: end.place.node !== undefined })),
  }));
}

function columnLines(
  column: readonly Seat[],
  snapshot: Snapshot,
  width: number,
  numbers: number,
  total: number,
): Line[] {
  const lines: Line[] = Array.from({ length: total }, () => line(span(' '.repeat(width))));
  for (const { place, top } of column) {
    const { node } = place;
    const drawn = node
      ? boxLines(node, snapshot.readings.get(node.id), width, numbers)
      : [line(span('─'.repeat(width), 'border'))];
    lines.splice(top, drawn.length, ...drawn);
  }
  return lines;
}

function joined(
  columns: readonly (readonly Line[])[],
  wires: readonly (readonly string[])[],
  rows: number,
): Line[] {
  return Array.from({ length: rows }, (_, row) => ({
    spans: columns.flatMap((lines, at): Span[] => [
      ...(lines[row]?.spans ?? []),
      span(wires[at]?.[row] ?? '', 'border'),
    ]),
  }));
}

/** What goes against the flow is told, not drawn. */
function backLines({ back }: Ranks): Line[] {
  return back.map(([from, to]) =>
    line(span(`back: ${oneLine(from.name)} → ${oneLine(to.name)}`, 'muted')),
  );
}
