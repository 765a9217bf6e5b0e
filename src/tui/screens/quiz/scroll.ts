import { lineText, themes, widthOf } from '../../../markdown/index.ts';
import { type Body, bodyOf, textWidth } from './body.ts';
import { chrome } from './chrome.ts';
import { type QuizState, withAsking } from './state.ts';

/** Lines that stay in view above what was jumped to. */
const LEAD = 1;

export function rowsOf(state: QuizState): number {
  return chrome(state, themes[state.theme]).bodyRows;
}

/** The line shown first, which is never so far down that rows would stay empty. */
export function topOf(state: QuizState, { lines }: Body): number {
  return Math.max(0, Math.min(state.top, lines.length - rowsOf(state)));
}

export function scrollPages(state: QuizState, pages: number): QuizState {
  const lines = Math.trunc(pages * rowsOf(state)) || Math.sign(pages);
  return scrollBy(state, lines);
}

function scrollBy(state: QuizState, lines: number): QuizState {
  const body = bodyOf(state);
  return settled({ ...state, top: Math.max(0, topOf(state, body) + lines) }, body);
}

function settled(state: QuizState, body: Body): QuizState {
  return { ...state, top: topOf(state, body) };
}

/** Moves code and diagrams sideways, never past the end of the widest line. */
export function scrollSideways(state: QuizState, columns: number): QuizState {
  const wide = bodyOf(state).lines.filter(({ scrolls }) => scrolls);
  const widest = Math.max(0, ...wide.map((line) => widthOf(lineText(line))));
  const most = Math.max(0, widest - textWidth(state.size) + 1);
  return { ...state, leftColumn: Math.min(most, Math.max(0, state.leftColumn + columns)) };
}

/** Goes to the next item when it is in view, else a line further towards it. */
export function step(state: QuizState, by: 1 | -1): QuizState {
  const body = bodyOf(state);
  const focus = (state.asking?.focus ?? 0) + by;
  const next = body.items[focus];
  if (next && isInView(state, body, next.from)) return reveal(withAsking(state, { focus }), next);
  return scrollBy(state, by);
}

function isInView(state: QuizState, body: Body, line: number): boolean {
  const top = topOf(state, body);
  return line >= top && line < top + rowsOf(state);
}

/** Whether the learner sees the item that a key would change. */
export function isFocusInView(state: QuizState): boolean {
  const body = bodyOf(state);
  const item = body.items[state.asking?.focus ?? 0];
  return item === undefined || isInView(state, body, item.from);
}

/** Scrolls as little as shows the item, its start above all. */
function reveal(state: QuizState, item: { from: number; to: number }): QuizState {
  const top = topOf(state, bodyOf(state));
  const below = item.to - rowsOf(state);
  return { ...state, top: Math.min(item.from, Math.max(top, below)) };
}

export function showFocus(state: QuizState): QuizState {
  const item = bodyOf(state).items[state.asking?.focus ?? 0];
  return item ? reveal(state, item) : state;
}

/** Keeps the cursor in view while something is typed. */
export function showCursor(state: QuizState): QuizState {
  const { cursor } = bodyOf(state);
  return cursor === undefined ? state : reveal(state, { from: cursor, to: cursor + 1 });
}

/** Shows the answer from its start, with the prompt above it when there is room for both. */
export function showAnswer(state: QuizState): QuizState {
  const body = bodyOf(state);
  const { answer = 0, lines } = body;
  const rows = rowsOf(state);
  const fits = lines.length <= rows || answer <= rows / 2;
  return settled({ ...state, top: fits ? 0 : answer - LEAD }, body);
}
