import { lineText, widthOf } from '../../../markdown/index.ts';
import { bodyRows, marginOf, type ReaderState } from './state.ts';

/** Lines that stay in view when a page is turned. */
const OVERLAP = 2;
/** Rows kept free above a line that was jumped to, where there are any. */
const LEAD = 2;

export function lastTop({ page, size }: ReaderState): number {
  return Math.max(0, page.lines.length - bodyRows(size));
}

export function scrollTo(state: ReaderState, top: number): ReaderState {
  const { anchor: _, ...rest } = state;
  return { ...rest, top: Math.min(lastTop(state), Math.max(0, top)) };
}

export function scrollBy(state: ReaderState, lines: number): ReaderState {
  return scrollTo(state, state.top + lines);
}

export function scrollPages(state: ReaderState, pages: number): ReaderState {
  const rows = Math.max(1, bodyRows(state.size) - OVERLAP);
  return scrollBy(state, Math.trunc(pages * rows) || Math.sign(pages));
}

/** Brings a line into view, and leaves the page where it is when it shows already. */
export function reveal(state: ReaderState, line: number): ReaderState {
  const rows = bodyRows(state.size);
  if (line >= state.top && line < state.top + rows) return state;
  return scrollTo(state, line - Math.min(LEAD, Math.floor(rows / 4)));
}

/** Moves code and diagrams sideways, never past the end of the widest line in view. */
export function scrollSideways(state: ReaderState, columns: number): ReaderState {
  const inView = state.page.lines
    .slice(state.top, state.top + bodyRows(state.size))
    .filter((line) => line.scrolls);
  const widest = Math.max(0, ...inView.map((line) => widthOf(lineText(line))));
  const most = Math.max(0, widest - (state.size.columns - marginOf(state.size)) + 1);
  return { ...state, left: Math.min(most, Math.max(0, state.left + columns)) };
}
