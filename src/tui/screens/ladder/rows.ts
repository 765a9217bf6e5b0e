import type { Size } from '../reader/state.ts';

/** Header, its progress, the last line, and the terminal's last row, which stays free. */
const OTHER_ROWS = 3;
/** A screen with fewer rows has none to spare for blank lines. */
const AIRY = 16;

export function airRows({ rows }: Size): 0 | 1 {
  return rows >= AIRY ? 1 : 0;
}

/** Rows for the list. */
export function bodyRows(size: Size): number {
  return Math.max(1, size.rows - OTHER_ROWS - 2 * airRows(size));
}
