import { lastKeysTop } from '../../components/key-list.ts';
import { edited, type FieldEdit } from '../../components/text-field.ts';
import type { Press } from './actions.ts';
import { helpOf } from './keys.ts';
import { go, ratingRequest, suggestedRating, withTick } from './review.ts';
import { focusShown, rowsOf, scrollPages, scrollSideways, showCursor, step } from './scroll.ts';
import {
  type Asking,
  answerIn,
  type MockState,
  type Request,
  type Reviewing,
  requesting,
} from './state.ts';

/** The state after a key. What it asks of the world outside stands in `requests`. */
export function act(before: MockState, press: Press, atMs: number): MockState {
  const state = { ...before, message: undefined };
  switch (press.type) {
    case 'step':
      return step(state, press.by);
    case 'page':
      return scrollPages(state, press.pages);
    case 'sideways':
      return scrollSideways(state, press.columns);
    case 'help':
      return { ...state, overlay: { kind: 'help', top: 0 } };
    case 'scrollHelp':
      return scrollHelp(state, press.by);
    case 'close':
      return { ...state, overlay: undefined };
    case 'suspendProcess':
    case 'redraw':
      return requesting(state, { kind: press.type });
    case 'leave':
      return requesting(state, ...typed(state, atMs), { kind: 'leave', code: press.code });
    default:
      return state.scene.kind === 'asking'
        ? actInRound(state, state.scene, press, atMs)
        : actInReview(state, state.scene, press);
  }
}

function actInRound(state: MockState, scene: Asking, press: Press, atMs: number): MockState {
  switch (press.type) {
    case 'editField':
      return editField(state, scene, press.edit);
    case 'done':
    case 'pass':
      return requesting(state, answer(scene, atMs, press.type === 'pass'));
    case 'askToEnd':
      return { ...state, overlay: { kind: 'ending' } };
    case 'end':
      return requesting({ ...state, overlay: undefined }, ...typed(state, atMs), { kind: 'end' });
    default:
      return state;
  }
}

function actInReview(state: MockState, scene: Reviewing, press: Press): MockState {
  switch (press.type) {
    case 'rate': {
      if (answerIn(scene)?.rating !== undefined) return state;
      return requesting(state, ratingRequest(scene, press.rating ?? suggestedRating(scene)));
    }
    case 'toggle':
      return focusShown(state, scene.focus) ?? { ...state, scene: withTick(scene) };
    case 'go':
      return go(state, scene, press.by);
    default:
      return state;
  }
}

function editField(state: MockState, scene: Asking, edit: FieldEdit): MockState {
  return showCursor({ ...state, scene: { ...scene, field: edited(scene.field, edit) } });
}

/** Whoever leaves in the middle of an answer has given what is typed; a question that nothing was typed to was not answered. */
function typed({ scene, requests }: MockState, atMs: number): Request[] {
  const isTyped = scene.kind === 'asking' && scene.field.text.trim() !== '';
  // What waits to be heard may be this answer.
  return isTyped && requests.length === 0 ? [answer(scene, atMs, false)] : [];
}

function answer({ field, askedAtMs }: Asking, atMs: number, isPassed: boolean): Request {
  const durationMs = Math.max(0, atMs - askedAtMs);
  return { kind: 'answer', text: field.text, durationMs, isPassed };
}

function scrollHelp(state: MockState, by: number): MockState {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return state;
  // From where it is shown, which is not where it was put when the screen has grown since.
  const last = lastKeysTop(helpOf(state).length, rowsOf(state));
  const top = Math.min(last, Math.max(0, Math.min(last, overlay.top) + by));
  return { ...state, overlay: { ...overlay, top } };
}
