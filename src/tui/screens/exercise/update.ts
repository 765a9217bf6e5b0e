import type { Answer } from '../../../domain/dialogue.ts';
import { lastKeysTop } from '../../components/key-list.ts';
import type { Press } from './actions.ts';
import { edit, empty, moveTo, startTyping, stopTyping, takeBack, turn } from './drafting.ts';
import { helpOf } from './keys.ts';
import { bodyRows, scrollBy, scrollPages, scrollSideways } from './scroll.ts';
import { type ExerciseState, requesting, waitingFor } from './state.ts';

const FAR = 1e6;

/** The state after a key. What it asks of the world outside stands in `requests`. */
export function act(before: ExerciseState, press: Press): ExerciseState {
  const state = { ...before, message: undefined };
  switch (press.type) {
    case 'step':
      return scrollBy(state, press.by);
    case 'page':
      return scrollPages(state, press.by);
    case 'jump':
      return scrollBy(state, press.to === 'end' ? FAR : -FAR);
    case 'sideways':
      return scrollSideways(state, press.columns);
    case 'move':
      return moveTo(state, state.draft.at + press.by);
    case 'moveTo':
      return moveTo(state, press.at);
    case 'turn':
      return turn(state, press.by);
    case 'startTyping':
      return startTyping(state);
    case 'stopTyping':
      return stopTyping(state);
    case 'takeBack':
      return takeBack(state);
    case 'empty':
      return empty(state);
    case 'edit':
      return edit(state, press.edit);
    case 'enter':
      return enter(state);
    case 'send':
      return send(state);
    default:
      return beyond(state, press);
  }
}

type Beyond = Extract<
  Press['type'],
  | 'watch'
  | 'hint'
  | 'card'
  | 'openEditor'
  | 'askToRestart'
  | 'restart'
  | 'notOver'
  | 'help'
  | 'close'
  | 'scrollHelp'
  | 'suspendProcess'
  | 'redraw'
  | 'leave'
>;

/** What has to do with more than the answer. */
function beyond(state: ExerciseState, press: Extract<Press, { type: Beyond }>): ExerciseState {
  const { prompt } = state.asked;
  switch (press.type) {
    case 'help':
      return { ...state, overlay: { kind: 'help', top: 0 } };
    case 'close':
      return { ...state, overlay: undefined };
    case 'scrollHelp':
      return scrollHelp(state, press.by);
    case 'askToRestart':
      return { ...state, overlay: { kind: 'restart' } };
    case 'restart':
      return waitingFor({ ...state, overlay: undefined }, { kind: 'restart' });
    case 'notOver':
      return { ...state, message: 'this one isn’t over yet: s skips it, l is the list' };
    case 'hint':
      return state.hintsLeft > 0
        ? waitingFor(state, { kind: 'hint' })
        : { ...state, message: 'there are no more hints' };
    case 'openEditor':
      return prompt.kind === 'file'
        ? waitingFor(state, { kind: 'edit', path: prompt.path })
        : state;
    case 'watch':
    case 'card':
      return waitingFor(state, { kind: press.type });
    case 'leave':
      return requesting(state, { kind: 'leave', end: press.end });
    default:
      return requesting(state, { kind: press.type });
  }
}

function scrollHelp(state: ExerciseState, by: number): ExerciseState {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return state;
  // Where it is shown, which is not where it was put when the screen has grown since.
  const last = lastKeysTop(helpOf(state).length, bodyRows(state));
  const top = Math.min(last, Math.max(0, Math.min(last, overlay.top) + by));
  return { ...state, overlay: { ...overlay, top } };
}

/** To the next field; from the last one, it is handed in. */
function enter(state: ExerciseState): ExerciseState {
  const { prompt } = state.asked;
  const done = stopTyping(state);
  const isLast = prompt.kind !== 'form' || state.draft.at === prompt.fields.length - 1;
  return isLast ? send(done) : moveTo(done, state.draft.at + 1);
}

/** Answers what was asked, as it stands. */
export function send(state: ExerciseState): ExerciseState {
  const answer = answerOf(state);
  if (!answer) return state;
  return waitingFor({ ...state, trouble: undefined }, { kind: 'answer', answer });
}

function answerOf({ asked: { prompt }, draft }: ExerciseState): Answer | undefined {
  const text = draft.fields[0]?.text ?? '';
  switch (prompt.kind) {
    case 'amount':
    case 'words':
      return { kind: prompt.kind, text };
    case 'choice':
      return { kind: 'choice', place: draft.at };
    case 'form':
      return { kind: 'form', values: draft.fields.map((field) => field.text) };
    case 'watch':
      return { kind: 'watched' };
    case 'file':
      return { kind: 'run' };
    case 'end':
      return undefined;
  }
}
