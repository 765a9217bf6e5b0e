import type { LayoutTools } from '../../../markdown/index.ts';
import type { ReaderDocument } from './document.ts';
import { toggleAll, toggleNearest } from './folding.ts';
import { goBack, opened } from './history.ts';
import { accept, choose, close, edit, nextHit, sectionAt } from './overlay.ts';
import { relayout } from './relayout.ts';
import { scrollBy, scrollPages, scrollSideways, scrollTo } from './scroll.ts';
import { asking, type OpenRequest, type ReaderState, type Request, type Size } from './state.ts';
import { activate, selectTarget } from './targets.ts';

/** What the user asks by a key. */
type Press =
  | { readonly type: 'scroll'; readonly lines: number }
  | { readonly type: 'page'; readonly pages: number }
  | {
      readonly type:
        | 'start'
        | 'end'
        | 'next'
        | 'previous'
        | 'activate'
        | 'back'
        | 'toggle'
        | 'toggleAll'
        | 'theme'
        | 'escape'
        | 'help'
        | 'outline'
        | 'prompt'
        | 'try'
        | 'suspend'
        | 'redraw';
    }
  | { readonly type: 'sideways'; readonly columns: number }
  | { readonly type: 'hit'; readonly by: 1 | -1 }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'accept' }
  | { readonly type: 'choose'; readonly by: number }
  | { readonly type: 'leave'; readonly code: 0 | 130 };

/** What the world outside tells. */
type News =
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'tools'; readonly for: ReaderDocument; readonly tools: LayoutTools }
  | {
      readonly type: 'opened';
      readonly answers: OpenRequest;
      readonly document: ReaderDocument;
      readonly tools: LayoutTools;
    }
  | { readonly type: 'notOpened'; readonly answers: OpenRequest; readonly why: string }
  | { readonly type: 'leadsOn'; readonly answers: OpenRequest; readonly exercise: string }
  | { readonly type: 'notTried'; readonly why: string }
  | { readonly type: 'heard'; readonly requests: readonly Request[] };

export type Action = Press | News;

/** The state after an action. What an action asks of the world outside stands in `requests`. */
export function update(state: ReaderState, action: Action): ReaderState {
  // Whoever is leaving is not held back by a key that was pressed too long.
  if (state.requests.some(({ kind }) => kind === 'leave')) return state;
  switch (action.type) {
    case 'resize':
      return relayout({ ...state, size: action.size });
    case 'tools':
      // They may come when another document is shown already.
      return action.for === state.document ? relayoutWith(state, action.tools) : state;
    case 'opened':
      return action.answers === state.opening
        ? opened(state, action.document, action.tools)
        : state;
    case 'notOpened':
      return action.answers === state.opening ? { ...state, message: action.why } : state;
    case 'leadsOn':
      return action.answers === state.opening
        ? asking(state, { kind: 'try', exercise: action.exercise })
        : state;
    case 'notTried':
      return { ...state, message: action.why };
    case 'heard':
      return {
        ...state,
        requests: state.requests.filter((request) => !action.requests.includes(request)),
      };
    default: {
      const { message: _, ...rest } = state;
      return updateByKey(rest, action);
    }
  }
}

function updateByKey(state: ReaderState, action: Press): ReaderState {
  switch (action.type) {
    case 'scroll':
      return scrollBy(state, action.lines);
    case 'page':
      return scrollPages(state, action.pages);
    case 'start':
      return scrollTo(state, 0);
    case 'end':
      return scrollTo(state, Number.MAX_SAFE_INTEGER);
    case 'sideways':
      return scrollSideways(state, action.columns);
    case 'next':
      return selectTarget(state, 1);
    case 'previous':
      return selectTarget(state, -1);
    case 'activate':
      return activate(state);
    case 'toggle':
      return toggleNearest(state);
    case 'toggleAll':
      return toggleAll(state);
    case 'back':
      return goBack(state);
    case 'theme':
      return state.theme === 'mono'
        ? { ...state, message: 'colours are off' }
        : { ...state, theme: state.theme === 'dark' ? 'light' : 'dark' };
    case 'help':
      return { ...state, overlay: { kind: 'help', top: 0 } };
    case 'outline':
      return { ...state, overlay: { kind: 'outline', filter: '', at: sectionAt(state) } };
    case 'prompt':
      return { ...state, overlay: { kind: 'prompt', draft: '' } };
    case 'try':
      return asking(state, { kind: 'try', exercise: undefined });
    case 'escape':
      return close(state);
    case 'type':
      return edit(state, (text) => text + action.text);
    case 'erase':
      return edit(state, (text) => [...text].slice(0, -1).join(''));
    case 'choose':
      return choose(state, action.by);
    case 'accept':
      return accept(state);
    case 'hit':
      return nextHit(state, action.by);
    case 'suspend':
      return asking(state, { kind: 'suspend' });
    case 'redraw':
      return asking(state, { kind: 'redraw' });
    case 'leave':
      return asking(state, { kind: 'leave', code: action.code });
  }
}

/** The place is found anew: a diagram has other letters as a drawing than as a source. */
function relayoutWith({ anchor: _, ...state }: ReaderState, tools: LayoutTools): ReaderState {
  return relayout({ ...state, tools });
}
