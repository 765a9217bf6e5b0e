import type { Key } from 'ink';
import { keystrokes } from '../../keystrokes.ts';
import { actionsFor } from './keys.ts';
import type { ReaderState } from './state.ts';
import { update } from './update.ts';

/** The state after keys were pressed; those that come after a request are not for this state. */
export function press(state: ReaderState, input: string, key: Key): ReaderState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    now = actionsFor(stroke.input, stroke.key, now.overlay).reduce(update, now);
    if (now.requests.length > state.requests.length) return now;
  }
  return now;
}
