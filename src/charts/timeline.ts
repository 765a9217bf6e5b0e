import { sparkline } from './sparkline.ts';
import { shortened } from './table.ts';

/** What is drawn over time: values from 0 at equal steps. All texts are of narrow characters. */
export interface TimelineRow {
  readonly label: string;
  readonly values: readonly number[];
  /** Behind the line, such as the last value and the highest. */
  readonly note: string;
}

/** The times at both ends, in words. */
interface Ends {
  readonly from: string;
  readonly to: string;
}

const GAP = 2;
/** Fewer columns of a line say nothing: then the labels are cut. */
const LEAST_LINE = 10;

/** A line a row, each in its own scale, over a common axis of time; none wider than `width`. */
export function timeline(rows: readonly TimelineRow[], ends: Ends, width: number): string[] {
  if (rows.length === 0) return [];
  const notes = longest(rows.map(({ note }) => note));
  const wanted = longest(rows.map(({ label }) => label));
  const labels = Math.max(0, Math.min(wanted, width - notes - 2 * GAP - LEAST_LINE));
  const room = Math.max(0, width - labels - notes - 2 * GAP);
  const lines = rows.map(({ label, values, note }) => {
    const line = sparkline(values, room).padEnd(room);
    return `${shortened(label, labels).padEnd(labels + GAP)}${line}${' '.repeat(GAP)}${note}`;
  });
  return [...lines, ' '.repeat(labels + GAP) + axis(ends, room)].map((line) =>
    line.slice(0, width).trimEnd(),
  );
}

/** Both times, or the last alone where there is no room. */
function axis({ from, to }: Ends, columns: number): string {
  const between = columns - from.length - to.length;
  return between > 0
    ? `${from}${' '.repeat(between)}${to}`
    : to.slice(0, columns).padStart(columns);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
