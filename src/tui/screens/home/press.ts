import type { Key } from 'ink';
import { keystrokes } from '../../keystrokes.ts';
import { homeActionFor } from './keys.ts';
import { bodyRows, type HomeState } from './state.ts';
import { updateHome } from './update.ts';

/** The state after keys were pressed; what comes after the choice is not for this screen. */
export function pressAtHome(state: HomeState, input: string, key: Key): HomeState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    if (now.done) return now;
    const isHelp = now.keysTop !== undefined;
    const action = homeActionFor(stroke.input, stroke.key, isHelp, bodyRows(now.size));
    if (action) now = updateHome(now, action);
  }
  return now;
}
