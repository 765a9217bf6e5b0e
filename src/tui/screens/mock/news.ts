import type { News } from './actions.ts';
import { bodyOf } from './body.ts';
import { goOn, reviewOf } from './review.ts';
import { showCursor } from './scroll.ts';
import { asking, type MockState, questionIn, requesting, turnTo } from './state.ts';
import type { MockAnswer } from './world.ts';

/** The state after something was heard from the world outside. */
export function hear(state: MockState, news: News): MockState {
  const { scene } = state;
  switch (news.type) {
    case 'resize':
      return resized(state, news.size);
    case 'tick':
      return { ...state, nowMs: news.nowMs };
    case 'asked': {
      const number = scene.kind === 'asking' ? scene.number + 1 : 1;
      const { question, nowMs } = news;
      return { ...turnTo(state, asking(question, number, nowMs)), nowMs };
    }
    case 'over':
      return news.answers.length === 0
        ? requesting(state, { kind: 'leave', code: 0 })
        : turnTo(state, reviewOf(news.answers));
    case 'reviewed':
      return reviewed(state, news.answers, news.trouble);
    case 'tools':
      // They may come when another question is shown already.
      return news.for === questionIn(scene) ? { ...state, tools: news.tools } : state;
    case 'heard':
      return {
        ...state,
        requests: state.requests.filter((request) => !news.requests.includes(request)),
      };
  }
}

function reviewed(
  state: MockState,
  answers: readonly MockAnswer[],
  trouble: string | undefined,
): MockState {
  if (state.scene.kind === 'asking') return state;
  if (trouble !== undefined) return { ...state, trouble, top: 0 };
  return goOn(state, { ...state.scene, answers });
}

/** Stays at about the same words. */
function resized(state: MockState, size: MockState['size']): MockState {
  const before = bodyOf(state).lines.length;
  const after = bodyOf({ ...state, size }).lines.length;
  const top = Math.round((state.top * after) / Math.max(1, before));
  const moved = { ...state, size, top, leftColumn: 0 };
  const isTyping = state.scene.kind === 'asking' && state.scene.field.text !== '';
  return isTyping ? showCursor(moved) : moved;
}
