import type { Key } from 'ink';
import { fieldEdit } from '../../components/field-keys.ts';
import { keystrokes } from '../../keystrokes.ts';
import { afterKey, isHeld } from '../quiz/held-key.ts';
import { keyName } from '../quiz/key-name.ts';
import type { Press } from './actions.ts';
import { bindingsFor } from './keys.ts';
import { begins } from './prompt-keys.ts';
import { type ExerciseState, isTyping } from './state.ts';
import { act } from './update.ts';

/** Presses that can't be taken back: a key that is only held must not make several. */
const WEIGHTY: ReadonlySet<Press['type']> = new Set([
  'send',
  'enter',
  'watch',
  'hint',
  'restart',
  'leave',
]);

/** The state after keys were pressed; those that come in one packet with a request are not for what follows. */
export function press(state: ExerciseState, input: string, key: Key, atMs: number): ExerciseState {
  // Until whoever is in front hears the keys, they come here and are meant for nobody.
  if (state.reading || state.watching) return state;
  let now = state;
  for (const stroke of keystrokes(input.replaceAll('\r\n', '\r'), key)) {
    now = pressOne(now, stroke.input, stroke.key, atMs);
    if (now.requests.length > state.requests.length) return now;
  }
  return now;
}

function pressOne(state: ExerciseState, input: string, key: Key, atMs: number): ExerciseState {
  const name = keyName(input, key);
  const meant = pressFor(state, name, input, key);
  const isDeaf = meant && WEIGHTY.has(meant.type) && isHeld(state.held, name, atMs);
  // What was asked for changes what is on the screen; until then only leaving makes sense.
  const isBusy = state.requests.length > 0 && meant?.type !== 'leave';
  const next = meant && !isDeaf && !isBusy ? act(state, meant) : state;
  const hasActed = next.requests.length > state.requests.length;
  return { ...next, held: afterKey(state.held, name, atMs, hasActed) };
}

function pressFor(state: ExerciseState, name: string, input: string, key: Key): Press | undefined {
  const bound = bindingsFor(state).find(({ keys }) => keys.includes(name));
  if (bound) return bound.press;
  if (state.overlay || state.waiting !== undefined) return undefined;
  const edit = fieldEdit(input, key);
  if (!edit) return undefined;
  const isText = isTyping(state) || (edit.type === 'insert' && begins(state, edit.text));
  return isText ? { type: 'edit', edit } : undefined;
}
