import type { LayoutTools } from '../../../markdown/index.ts';
import type { ReaderDocument } from './document.ts';
import { relayout } from './relayout.ts';
import { initialState, type ReaderState, type Visit } from './state.ts';

/** Where the reader is now, to come back to. */
export function visitOf({ document, tools, page, top, open, selected }: ReaderState): Visit {
  return { document, tools, page, top, open, selected };
}

/** Forgets what has to do with the document that is left. */
function withoutPage(state: ReaderState): ReaderState {
  const { search: _, anchor: __, overlay: ___, opening: ____, ...rest } = state;
  return rest;
}

/** Shows another document from its start. */
export function opened(
  state: ReaderState,
  document: ReaderDocument,
  tools: LayoutTools,
): ReaderState {
  return {
    ...initialState(document, state.size, state.theme, tools),
    requests: state.requests,
    history: [...state.history, visitOf(state)],
  };
}

/** Returns to the last place that was left by a link or a jump. */
export function goBack(state: ReaderState): ReaderState {
  const visit = state.history.at(-1);
  if (!visit) return { ...state, message: 'this is where you began' };
  return relayout({ ...withoutPage(state), ...visit, history: state.history.slice(0, -1) });
}
