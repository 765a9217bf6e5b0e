import type { Press, WorldPress } from './actions.ts';
import {
  editField,
  enter,
  isGrabbing,
  move,
  nextGap,
  pick,
  startTyping,
  submit,
  toggle,
} from './answering.ts';
import { accept, choose, editDraft, openTopic } from './overlay.ts';
import { scrollPages, scrollSideways, showFocus, step } from './scroll.ts';
import { type QuizState, requesting, withAsking } from './state.ts';
import { suggestedRating } from './suggestion.ts';

/** Whoever goes away for longer has not thought about the question all the while. */
const LONGEST_MS = 10 * 60_000;

/** The state after a key. What it asks of the world outside stands in `requests`. */
export function act(before: QuizState, press: Press, atMs: number): QuizState {
  const isStubborn = press.type === 'submit' || press.type === 'enter';
  const calm = { ...before, message: undefined, opening: undefined };
  const state = isStubborn ? calm : withAsking(calm, { isGivingUp: false });
  switch (press.type) {
    case 'step':
      return isGrabbing(state) ? move(state, press.by) : step(state, press.by);
    case 'page':
      return scrollPages(state, press.pages);
    case 'sideways':
      return scrollSideways(state, press.columns);
    case 'submit':
      return submit(state);
    case 'pick':
      return pick(state, press.position);
    case 'toggle':
      return toggle(state);
    case 'move':
      return move(state, press.by);
    case 'startTyping':
      return startTyping(state);
    case 'stopTyping':
      return withAsking(state, { isTyping: false });
    case 'enter':
      return enter(state);
    case 'nextGap':
      return nextGap(state);
    case 'editField':
      return editField(state, press.edit);
    case 'hint':
      return withAsking({ ...state, top: 0 }, { isHinted: true });
    case 'later':
      return showFocus(withAsking(state, { phase: 'asked' }));
    case 'help':
      return { ...state, overlay: { kind: 'help', top: 0 } };
    case 'prompt':
      return { ...state, overlay: { kind: 'prompt', draft: '' } };
    case 'typeDraft':
      return editDraft(state, (draft) => draft + press.text);
    case 'eraseDraft':
      return editDraft(state, (draft) => [...draft].slice(0, -1).join(''));
    case 'choose':
      return choose(state, press.by);
    case 'accept':
      return accept(state);
    case 'close':
      return { ...state, overlay: undefined };
    default:
      return asked(state, press, atMs);
  }
}

/** Asks it of the world outside. */
function asked(state: QuizState, press: WorldPress, atMs: number): QuizState {
  const { asking } = state;
  switch (press.type) {
    case 'rate': {
      if (asking?.phase !== 'revealed') return state;
      const durationMs = Math.min(LONGEST_MS, Math.max(0, atMs - asking.askedAtMs));
      const rating = press.rating ?? suggestedRating(asking);
      return requesting(state, { kind: 'rate', rating, durationMs });
    }
    case 'decide':
      return requesting(state, { kind: 'decide', decision: press.decision });
    case 'edit': {
      if (!asking) return state;
      const { file, line } = asking.card.sheet.question;
      return requesting(state, { kind: 'edit', file, line });
    }
    case 'card':
      return asking ? openTopic(state, asking.card.sheet.question.topic) : state;
    case 'try':
      return requesting(state, { kind: 'try', id: press.id });
    case 'leave':
      return requesting(state, { kind: 'leave', code: press.code });
    default:
      return requesting(state, { kind: press.type });
  }
}
