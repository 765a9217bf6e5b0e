import type { Key } from 'ink';
import { keystrokes } from '../../keystrokes.ts';
import { ladderActionFor } from './keys.ts';
import type { LadderState } from './state.ts';
import { updateLadder } from './update.ts';

/** The state after keys were pressed; what comes after the choice is not for this screen. */
export function pressOnLadder(state: LadderState, input: string, key: Key): LadderState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    if (now.done) return now;
    const action = ladderActionFor(stroke.input, stroke.key, now);
    if (action) now = updateLadder(now, action);
  }
  return now;
}
