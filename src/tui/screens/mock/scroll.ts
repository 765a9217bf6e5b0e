import { lineText, themes, widthOf } from '../../../markdown/index.ts';
import { textWidth } from '../quiz/body.ts';
import { type Body, bodyOf } from './body.ts';
import { chrome } from './chrome.ts';
import type { MockState } from './state.ts';

export function rowsOf(state: MockState): number {
  return chrome(state, themes[state.theme]).bodyRows;
}

/** The line shown first, which is never so far down that rows would stay empty. */
export function topOf(state: MockState, { lines }: Body): number {
  return Math.max(0, Math.min(state.top, lines.length - rowsOf(state)));
}

export function scrollPages(state: MockState, pages: number): MockState {
  return scrollBy(state, Math.trunc(pages * rowsOf(state)) || Math.sign(pages));
}

function scrollBy(state: MockState, lines: number): MockState {
  const body = bodyOf(state);
  const moved = { ...state, top: Math.max(0, topOf(state, body) + lines) };
  return { ...moved, top: topOf(moved, body) };
}

/** Moves code and diagrams sideways, never past the end of the widest line. */
export function scrollSideways(state: MockState, columns: number): MockState {
  const wide = bodyOf(state).lines.filter(({ scrolls }) => scrolls);
  const widest = Math.max(0, ...wide.map((line) => widthOf(lineText(line))));
  const most = Math.max(0, widest - textWidth(state.size) + 1);
  return { ...state, leftColumn: Math.min(most, Math.max(0, state.leftColumn + columns)) };
}

/** Goes to the next key point when it is in view, else a line further towards it. */
export function step(state: MockState, by: 1 | -1): MockState {
  const { scene } = state;
  if (scene.kind === 'asking') return scrollBy(state, by);
  const body = bodyOf(state);
  const focus = scene.focus + by;
  const next = body.items[focus];
  if (!next || !isInView(state, body, next.from)) return scrollBy(state, by);
  return reveal({ ...state, scene: { ...scene, focus } }, body, next);
}

/** Shows the key point that the learner is at; gives undefined when it is in view already. */
export function focusShown(state: MockState, focus: number): MockState | undefined {
  const body = bodyOf(state);
  const item = body.items[focus];
  return item && !isInView(state, body, item.from) ? reveal(state, body, item) : undefined;
}

/** Keeps the cursor in view while something is typed. */
export function showCursor(state: MockState): MockState {
  const body = bodyOf(state);
  const { cursor } = body;
  return cursor === undefined ? state : reveal(state, body, { from: cursor, to: cursor + 1 });
}

function isInView(state: MockState, body: Body, line: number): boolean {
  const top = topOf(state, body);
  return line >= top && line < top + rowsOf(state);
}

/** Scrolls as little as shows the item, its start above all. */
function reveal(state: MockState, body: Body, item: { from: number; to: number }): MockState {
  const below = item.to - rowsOf(state);
  return { ...state, top: Math.min(item.from, Math.max(topOf(state, body), below)) };
}
