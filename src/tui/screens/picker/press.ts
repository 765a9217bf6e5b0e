import type { Key } from 'ink';
import { keystrokes } from '../../keystrokes.ts';
import { pickerActionsFor } from './keys.ts';
import { type PickerState, updatePicker } from './state.ts';

/** The state after keys were pressed; what comes after the choice is not for the picker. */
export function pressInPicker(state: PickerState, input: string, key: Key): PickerState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    if (now.done) return now;
    now = pickerActionsFor(stroke.input, stroke.key, now.filter).reduce(updatePicker, now);
  }
  return now;
}
