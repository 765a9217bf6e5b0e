import type { Key } from 'ink';
import { keystrokes } from '../../keystrokes.ts';
import { keyName } from '../quiz/key-name.ts';
import type { Press } from './actions.ts';
import { bindingsFor, searchIn } from './keys.ts';
import type { SimulationState } from './state.ts';
import { act } from './update.ts';

/** The state after keys were pressed. Nothing that comes after the one that leaves is for this screen. */
export function press(state: SimulationState, input: string, key: Key): SimulationState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    if (now.requests.some(({ kind }) => kind === 'leave')) return now;
    const name = keyName(stroke.input, stroke.key);
    const bound = bindingsFor(now).find(({ keys }) => keys.includes(name));
    const meant = bound?.press ?? typing(now, name, stroke.input, stroke.key);
    if (meant) now = act(now, meant);
  }
  return now;
}

/** What a key adds to the name that is searched for. */
function typing(state: SimulationState, name: string, input: string, key: Key): Press | undefined {
  const search = searchIn(state.view);
  if (search === undefined) return undefined;
  if (name === 'Backspace')
    // One more than the beginning is the way back, as in editors.
    return { type: 'items', search: search === '' ? undefined : [...search].slice(0, -1).join('') };
  if (key.ctrl || key.meta) return undefined;
  const text = input.replace(/[^\P{C}]/gu, '');
  return text === '' ? undefined : { type: 'items', search: search + text };
}
