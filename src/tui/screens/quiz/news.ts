import type { LayoutTools } from '../../../markdown/index.ts';
import type { ReaderDocument } from '../reader/document.ts';
import type { News } from './actions.ts';
import { bodyOf } from './body.ts';
import { showCursor } from './scroll.ts';
import { type QuizState, requesting, turned } from './state.ts';

/** The state after something was heard from the world outside. */
export function hear(state: QuizState, news: News): QuizState {
  switch (news.type) {
    case 'resize':
      return resized(state, news.size);
    case 'turned':
      return turned(state, news.turn, news.nowMs);
    case 'tools':
      // They may come when another question is shown already.
      return news.for === state.asking?.card ? { ...state, tools: news.tools } : state;
    case 'found':
      return news.hits.length === 0
        ? { ...state, message: `“${news.words}” is in no topic` }
        : { ...state, overlay: { kind: 'hits', words: news.words, hits: news.hits, at: 0 } };
    case 'opened':
      return news.answers === state.opening ? reading(state, news.document, news.tools) : state;
    case 'notOpened':
      return news.answers === state.opening
        ? { ...state, opening: undefined, message: news.why }
        : state;
    case 'closedReader': {
      const closed = { ...state, reading: undefined };
      return news.code === 0 ? closed : requesting(closed, { kind: 'leave', code: news.code });
    }
    case 'heard':
      return {
        ...state,
        isEditing: state.isEditing || news.requests.some(({ kind }) => kind === 'edit'),
        requests: state.requests.filter((request) => !news.requests.includes(request)),
      };
  }
}

/** Whoever has read goes back to the question, not to the search. */
function reading(state: QuizState, document: ReaderDocument, tools: LayoutTools): QuizState {
  return { ...state, opening: undefined, overlay: undefined, reading: { document, tools } };
}

/** Stays at about the same words. */
function resized(state: QuizState, size: QuizState['size']): QuizState {
  const before = bodyOf(state).lines.length;
  const after = bodyOf({ ...state, size }).lines.length;
  const top = before === 0 ? 0 : Math.round((state.top * after) / before);
  const moved = { ...state, size, top, leftColumn: 0 };
  return state.asking?.isTyping ? showCursor(moved) : moved;
}
