import type { LayoutTools } from '../../../markdown/index.ts';
import type { ReaderDocument } from './document.ts';
import { toggleAll, toggleNearest } from './folding.ts';
import { goBack, opened } from './history.ts';
import { accept, choose, close, edit, nextHit, sectionAt } from './overlay.ts';
import { relayout } from './relayout.ts';
import { scrollBy, scrollPages, scrollSideways, scrollTo } from './scroll.ts';
import type { ReaderState, Size } from './state.ts';
import { activate, selectTarget } from './targets.ts';

export type Action =
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
        | 'suspend'
        | 'redraw';
    }
  | { readonly type: 'sideways'; readonly columns: number }
  | { readonly type: 'hit'; readonly by: 1 | -1 }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'accept' }
  | { readonly type: 'choose'; readonly by: number }
  | { readonly type: 'leave'; readonly code: 0 | 130 }
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'tools'; readonly tools: LayoutTools }
  | { readonly type: 'opened'; readonly document: ReaderDocument; readonly tools: LayoutTools }
  | { readonly type: 'say'; readonly message: string };

/** The state after an action. What an action asks of the world outside stands in `request`. */
export function update(before: ReaderState, action: Action): ReaderState {
  const { message: _, request: __, ...state } = before;
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
      return { ...state, overlay: { kind: 'help' } };
    case 'outline':
      return { ...state, overlay: { kind: 'outline', filter: '', at: sectionAt(state) } };
    case 'prompt':
      return { ...state, overlay: { kind: 'prompt', draft: '' } };
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
      return { ...state, request: { kind: 'suspend' } };
    case 'redraw':
      return { ...state, request: { kind: 'redraw' } };
    case 'leave':
      return { ...state, request: { kind: 'leave', code: action.code } };
    case 'resize':
      return relayout({ ...state, size: action.size });
    case 'tools':
      return relayoutWith(state, action.tools);
    case 'opened':
      return opened(state, action.document, action.tools);
    case 'say':
      return { ...state, message: action.message };
  }
}

/** The place is found anew: a diagram has other letters as a drawing than as a source. */
function relayoutWith({ anchor: _, ...state }: ReaderState, tools: LayoutTools): ReaderState {
  return relayout({ ...state, tools });
}
