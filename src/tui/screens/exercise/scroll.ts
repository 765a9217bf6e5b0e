import { lineText, widthOf } from '../../../markdown/index.ts';
import { textWidth } from '../quiz/body.ts';
import { promptArea } from './prompt-lines.ts';
import { leastRows } from './prompt-window.ts';
import type { ExerciseState } from './state.ts';

/** Rows from which on there are blank lines around the prompt. */
const AIRY = 16;

/** How the rows of the screen are shared. */
export interface Shares {
  /** Blank lines below the header and above the last line. */
  readonly air: 0 | 1;
  readonly transcript: number;
  readonly prompt: number;
}

/** Header, rule and last line; and the terminal's last row, which stays free. */
const OTHER_ROWS = 4;

/**
 * The prompt has what it needs, and where that is much, at most half while there is more of the transcript. Options give way
 * further to what came of the last answer.
 */
export function sharesOf(state: ExerciseState): Shares {
  const { size, transcript } = state;
  const air = size.rows >= AIRY ? 1 : 0;
  const rows = Math.max(2, size.rows - OTHER_ROWS - 2 * air);
  const area = promptArea(state);
  const half = Math.floor(rows / 2);
  const latest = transcript.lines.length - transcript.from;
  const most =
    transcript.from > 0
      ? Math.max(Math.min(half, leastRows(area)), rows - latest)
      : Math.max(half, rows - latest);
  const prompt = Math.max(1, Math.min(area.lines.length, most, rows - 1));
  return { air, transcript: rows - prompt, prompt };
}

/** Rows between the header and the last line, or the blank lines beside them. */
export function bodyRows(state: ExerciseState): number {
  const { transcript, prompt } = sharesOf(state);
  return transcript + prompt + 1;
}

/** The line shown first, which is never so far down that rows would stay empty. */
export function topOf(state: ExerciseState): number {
  const last = state.transcript.lines.length - sharesOf(state).transcript;
  return Math.max(0, Math.min(state.top, last));
}

export function scrollBy(state: ExerciseState, lines: number): ExerciseState {
  const moved = { ...state, top: Math.max(0, topOf(state) + lines) };
  return { ...moved, top: topOf(moved) };
}

export function scrollPages(state: ExerciseState, pages: number): ExerciseState {
  return scrollBy(state, Math.trunc(pages * sharesOf(state).transcript) || Math.sign(pages));
}

/** What was said last begins at the top, or as much of it is seen as fits. */
export function showLatest(state: ExerciseState): ExerciseState {
  const moved = { ...state, top: state.transcript.from, leftColumn: 0 };
  return { ...moved, top: topOf(moved) };
}

/** Moves code and diagrams sideways, never past the end of the widest line. */
export function scrollSideways(state: ExerciseState, columns: number): ExerciseState {
  const wide = state.transcript.lines.filter(({ scrolls }) => scrolls);
  const widest = Math.max(0, ...wide.map((line) => widthOf(lineText(line))));
  const most = Math.max(0, widest - textWidth(state.size) + 1);
  return { ...state, leftColumn: Math.min(most, Math.max(0, state.leftColumn + columns)) };
}
