import { find } from './find.ts';
import { lineAt, placeOf } from './place.ts';
import { scrollTo } from './scroll.ts';
import { layOut, type ReaderState } from './state.ts';

/** Lays the page out anew and stays at the same words, also when a small page between hid them. */
export function relayout(state: ReaderState): ReaderState {
  const page = layOut(state.document.document, state.size, state.open, state.tools);
  const anchor = state.anchor ?? placeOf(state.page, state.top);
  const isSame = page.width === state.page.width && page.lines.length === state.page.lines.length;
  const top = state.anchor === undefined && isSame ? state.top : lineAt(page, anchor);
  return searchAgain({ ...scrollTo({ ...state, page, left: 0 }, top), anchor });
}

/** Finds the searched words again after the page has changed. */
export function searchAgain(state: ReaderState): ReaderState {
  if (!state.search) return state;
  const { words, hits, current } = state.search;
  const again = find(state.page, words, state.top);
  // The same hits as before: the reader stays at the one it was at.
  return {
    ...state,
    search: again.hits.length === hits.length ? { ...again, current } : again,
  };
}
