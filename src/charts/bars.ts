import { shortened } from './table.ts';

/** A bar to draw: what it is called, how long it is, and what stands behind it. All texts are of narrow characters. */
export interface Bar {
  readonly label: string;
  /** From 0. */
  readonly value: number;
  readonly note: string;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const GAP = 2;

/**
 * A line a bar, none wider than `width`. The longest bar fills the room that labels and notes leave, if it stands for
 * `full` or more.
 */
export function bars(rows: readonly Bar[], width: number, full = 0): string[] {
  const half = Math.floor(width / 2);
  const labels = Math.min(half, longest(rows.map(({ label }) => label)));
  const notes = longest(rows.map(({ note }) => note));
  const room = Math.max(0, width - labels - GAP - 1 - notes);
  const most = Math.max(full, ...rows.map(({ value }) => value));
  return rows.map(({ label, value, note }) => {
    const bar = most > 0 ? barOf((value / most) * room) : '';
    const name = shortened(label, labels).padEnd(labels + GAP);
    return `${name}${bar}${bar === '' ? '' : ' '}${note}`.slice(0, width).trimEnd();
  });
}

/** A bar of so many columns. What is more than nothing is seen. */
function barOf(columns: number): string {
  const eighths = columns > 0 ? Math.max(1, Math.round(columns * 8)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
