import { find } from './find.ts';
import { lettersAbove, lineAfterLetters } from './place.ts';
import { scrollTo } from './scroll.ts';
import { layOut, type ReaderState } from './state.ts';

/** Lays the page out anew and stays at the same words. */
export function relayout(state: ReaderState): ReaderState {
  const page = layOut(state.document.document, state.size, state.open, state.tools);
  const moved = scrollTo(
    { ...state, page, left: 0 },
    state.top === 0 ? 0 : lineAfterLetters(page, lettersAbove(state.page, state.top)),
  );
  return searchAgain(moved);
}

/** Finds the searched words again after the page has changed. */
export function searchAgain(state: ReaderState): ReaderState {
  return state.search
    ? { ...state, search: find(state.page, state.search.words, state.top) }
    : state;
}
