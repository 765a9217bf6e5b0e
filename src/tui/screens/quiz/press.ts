import type { Key } from 'ink';
import { fieldEdit } from '../../components/field-keys.ts';
import { keystrokes } from '../../keystrokes.ts';
import type { Press } from './actions.ts';
import { afterKey, isHeld } from './held-key.ts';
import { keyName } from './key-name.ts';
import { bindingsFor } from './keys.ts';
import type { QuizState } from './state.ts';
import { act } from './update.ts';

/** Keys that show an answer or rate it. */
const WEIGHTY = new Set(['Space', 'Enter', '1', '2', '3', '4']);

/** The state after keys were pressed; those that come in one packet with an answer or a request are not for what follows. */
export function press(state: QuizState, input: string, key: Key, atMs: number): QuizState {
  // Until the reader hears the keys they come here, and are meant for nobody.
  if (state.reading) return state;
  const strokes =
    key.return && key.meta ? [{ input, key }] : keystrokes(input.replaceAll('\r\n', '\r'), key);
  let now = state;
  for (const [index, stroke] of strokes.entries()) {
    const isPasted = index < strokes.length - 1;
    now = pressOne(now, stroke.input, stroke.key, atMs, isPasted);
    if (now.requests.length > state.requests.length || hasTurned(state, now)) return now;
  }
  return now;
}

function pressOne(
  state: QuizState,
  input: string,
  key: Key,
  atMs: number,
  isPasted: boolean,
): QuizState {
  const typed = keyName(input, key);
  // Within a text that is pasted, a line's end doesn't hand the answer in.
  const name = isPasted && typed === 'Enter' && isWriting(state) ? 'Ctrl-J' : typed;
  const meant = pressFor(state, name, input, key);
  const isDeaf = WEIGHTY.has(name) && meant?.type !== 'editField' && isHeld(state.held, name, atMs);
  // What was asked for changes what is on the screen; until then only leaving makes sense.
  const isBusy = state.isEditing || (state.requests.length > 0 && meant?.type !== 'leave');
  const next = meant && !isDeaf && !isBusy ? act(state, meant, atMs) : state;
  // A rating is followed by a question that nothing can happen to; an answer that was just shown must be read first.
  const hasShown = hasTurned(state, next) && next.asking?.phase === 'revealed';
  return { ...next, held: afterKey(state.held, name, atMs, hasShown) };
}

function hasTurned(before: QuizState, after: QuizState): boolean {
  return before.asking?.phase !== after.asking?.phase;
}

function isWriting({ asking, overlay }: QuizState): boolean {
  return !overlay && asking?.isTyping === true && asking.attempt.kind === 'recall';
}

function pressFor(state: QuizState, name: string, input: string, key: Key): Press | undefined {
  const bound = bindingsFor(state).find(({ keys }) => keys.includes(name));
  if (bound) return bound.press;
  const edit = fieldEdit(input, key);
  if (state.overlay?.kind === 'prompt')
    return edit?.type === 'insert' ? { type: 'typeDraft', text: edit.text } : undefined;
  if (state.overlay || !edit) return undefined;
  return takesText(state, edit) ? { type: 'editField', edit } : undefined;
}

/** A field that is open takes everything; a number is begun by a digit. */
function takesText({ asking }: QuizState, edit: { type: string; text?: string }): boolean {
  if (asking?.phase !== 'asked') return false;
  return asking.isTyping || (asking.attempt.kind === 'number' && /^[-+.\d]/.test(edit.text ?? ''));
}
