import type { Key } from 'ink';

/** The first line in view after scrolling, so that the last one is never left behind. */
export function scrolled(top: number, by: number, lines: number, rows: number): number {
  const last = Math.max(0, lines - rows);
  return Math.min(last, Math.max(0, Math.min(last, top) + by));
}

/** How far a key scrolls on a screen of so many rows; undefined for keys that don't. */
export function scrollBy(input: string, key: Key, rows: number): number | undefined {
  const page = Math.max(1, rows - 1);
  if (key.downArrow || input === 'j') return 1;
  if (key.upArrow || input === 'k') return -1;
  if (key.pageDown || (key.ctrl && input === 'f')) return page;
  if (key.pageUp || (key.ctrl && input === 'b')) return -page;
  if (key.home || input === 'g') return Number.NEGATIVE_INFINITY;
  return key.end || input === 'G' ? Number.POSITIVE_INFINITY : undefined;
}
