import type { Key } from 'ink';
import { fieldEdit } from '../../components/field-keys.ts';
import { keystrokes } from '../../keystrokes.ts';
import { afterKey, isHeld } from '../quiz/held-key.ts';
import { keyName } from '../quiz/key-name.ts';
import type { Press } from './actions.ts';
import { bindingsFor } from './keys.ts';
import type { MockState } from './state.ts';
import { act } from './update.ts';

type Stroke = ReturnType<typeof keystrokes>[number];

/** Presses that can't be taken back: a key that is only held must not make several. */
const WEIGHTY: ReadonlySet<Press['type']> = new Set(['done', 'pass', 'end', 'rate']);

/** How a tab looks in a pasted answer. */
const TAB = '  ';

/** The state after keys were pressed; those that come in one packet with a request are not for what follows. */
export function press(state: MockState, input: string, key: Key, atMs: number): MockState {
  let now = state;
  for (const piece of piecesOf(state, input, key)) {
    now = typeof piece === 'string' ? insert(now, piece, atMs) : pressOne(now, piece, atMs);
    if (now.requests.length > state.requests.length) return now;
  }
  return now;
}

/** Single keys; of what is pasted into an answer, the text as a whole. */
function piecesOf(state: MockState, input: string, key: Key): readonly (Stroke | string)[] {
  if (key.return && key.meta) return [{ input, key }];
  const strokes = keystrokes(input.replaceAll('\r\n', '\r'), key);
  return isWriting(state) && strokes.length > 1 ? joined(strokes) : strokes;
}

function joined(strokes: readonly Stroke[]): (Stroke | string)[] {
  const pieces: (Stroke | string)[] = [];
  for (const [index, stroke] of strokes.entries()) {
    const text = textOf(stroke, index === strokes.length - 1);
    const before = pieces.at(-1);
    if (text !== undefined && typeof before === 'string') pieces.splice(-1, 1, before + text);
    else pieces.push(text ?? stroke);
  }
  return pieces;
}

/** Within a text, line ends and tabs are a part of it; only at its end, Enter may mean more. */
function textOf({ input, key }: Stroke, isLast: boolean): string | undefined {
  const name = keyName(input, key);
  if (name === 'Ctrl-J' || (name === 'Enter' && !isLast)) return '\n';
  if (name === 'Tab') return TAB;
  const edit = fieldEdit(input, key);
  return edit?.type === 'insert' ? edit.text : undefined;
}

function insert(state: MockState, text: string, atMs: number): MockState {
  if (state.requests.length > 0) return state;
  const next = act(state, { type: 'editField', edit: { type: 'insert', text } }, atMs);
  // A key that comes after it was pressed anew.
  return { ...next, held: undefined };
}

function pressOne(state: MockState, { input, key }: Stroke, atMs: number): MockState {
  const name = keyName(input, key);
  const meant = pressFor(state, name, input, key);
  const isDeaf = meant && WEIGHTY.has(meant.type) && isHeld(state.held, name, atMs);
  // What was asked for changes what is on the screen; until then only leaving makes sense.
  const isBusy = state.requests.length > 0 && meant?.type !== 'leave';
  const next = meant && !isDeaf && !isBusy ? act(state, meant, atMs) : state;
  const hasActed = next.requests.length > state.requests.length;
  return { ...next, held: afterKey(state.held, name, atMs, hasActed) };
}

function pressFor(state: MockState, name: string, input: string, key: Key): Press | undefined {
  const bound = bindingsFor(state).find(({ keys }) => keys.includes(name));
  if (bound) return bound.press;
  const edit = isWriting(state) ? fieldEdit(input, key) : undefined;
  return edit && { type: 'editField', edit };
}

function isWriting({ scene, overlay }: MockState): boolean {
  return scene.kind === 'asking' && !overlay;
}
