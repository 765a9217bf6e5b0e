import { lastKeysTop } from '../../components/key-list.ts';
import { KEYS } from './keys.ts';
import { homeLines } from './lines.ts';
import { scrolled } from './scrolling.ts';
import { bodyRows, type HomeAction, type HomeState } from './state.ts';

export function updateHome(state: HomeState, action: HomeAction): HomeState {
  switch (action.type) {
    case 'go':
      return { ...state, done: { place: action.place } };
    case 'leave':
      return { ...state, done: { code: action.code } };
    case 'scroll':
      return scroll(state, action.by);
    case 'keys': {
      const { keysTop, ...rest } = state;
      return keysTop === undefined ? { ...rest, keysTop: 0 } : rest;
    }
    case 'resize':
      return scrollToday({ ...state, size: action.size }, 0);
  }
}

function scroll(state: HomeState, by: number): HomeState {
  const { size, keysTop } = state;
  if (keysTop === undefined) return scrollToday(state, by);
  // Where they are shown, which is not where they were put when the screen has grown since.
  const last = lastKeysTop(KEYS.length, bodyRows(size));
  return { ...state, keysTop: Math.min(last, Math.max(0, Math.min(last, keysTop) + by)) };
}

function scrollToday(state: HomeState, by: number): HomeState {
  const { size, view, top } = state;
  const lines = homeLines(view, size).length;
  return { ...state, top: scrolled(top, by, lines, bodyRows(size)) };
}
