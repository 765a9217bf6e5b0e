import type { Target } from '../../../markdown/index.ts';
import { searchAgain } from './relayout.ts';
import { reveal, scrollTo } from './scroll.ts';
import { bodyRows, layOut, type ReaderState } from './state.ts';

/** Opens or closes the selected answer, else the one at or below the top of the screen. */
export function toggleNearest(state: ReaderState): ReaderState {
  const selected = state.selected === undefined ? undefined : state.page.targets[state.selected];
  const isDetails = (target: Target | undefined) => target?.kind === 'details';
  const above = state.page.targets
    .filter((target) => isDetails(target) && target.line <= state.top)
    .at(-1);
  const below = state.page.targets.find(
    (target) =>
      isDetails(target) &&
      target.line >= state.top &&
      target.line < state.top + bodyRows(state.size),
  );
  const target = isDetails(selected) ? selected : (below ?? above);
  if (target?.kind !== 'details') return { ...state, message: 'there is no question here' };
  return toggle(state, [target.key], !target.open);
}

/** Opens all answers, or closes them when all are open. */
export function toggleAll(state: ReaderState): ReaderState {
  const details = state.page.targets.filter((target) => target.kind === 'details');
  if (details.length === 0) return { ...state, message: 'there are no questions here' };
  return toggle(
    state,
    details.map(({ key }) => key),
    details.some(({ open }) => !open),
  );
}

/** Folds or unfolds, and keeps the answer that the reader looks at on its row of the screen. */
export function toggle(state: ReaderState, keys: readonly string[], unfold: boolean): ReaderState {
  const open = new Set(state.open);
  for (const key of keys) {
    if (unfold) open.add(key);
    else open.delete(key);
  }
  const page = layOut(state.document.document, state.size, open, state.tools);
  const lineOf = (lines: readonly Target[], key: string | undefined) =>
    lines.find((target) => target.kind === 'details' && target.key === key)?.line;
  const focus =
    keys.length === 1
      ? keys[0]
      : state.page.targets.flatMap((target) =>
          target.kind === 'details' && target.line >= state.top ? [target.key] : [],
        )[0];
  const shift = (lineOf(page.targets, focus) ?? 0) - (lineOf(state.page.targets, focus) ?? 0);
  const selected = page.targets.findIndex(
    (target) => target.kind === 'details' && target.key === focus,
  );
  const moved = scrollTo(
    { ...state, open, page, selected: selected === -1 ? undefined : selected },
    state.top + shift,
  );
  const line = lineOf(page.targets, focus);
  if (line === undefined) return searchAgain(moved);
  // An answer that opens in the lower half would mostly be below the screen.
  const isLow = unfold && keys.length === 1 && line - moved.top > bodyRows(state.size) / 2;
  return searchAgain(isLow ? scrollTo(moved, line - 2) : reveal(moved, line));
}
