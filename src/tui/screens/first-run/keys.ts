import type { Key } from 'ink';
import { fieldEdit } from '../../components/field-keys.ts';
import { keystrokes } from '../../keystrokes.ts';
import { type FirstRunAction, type FirstRunState, updateFirstRun } from './state.ts';

/** The state after keys were pressed; what comes after the end is not for these screens. */
export function pressInFirstRun(state: FirstRunState, input: string, key: Key): FirstRunState {
  let now = state;
  for (const stroke of keystrokes(input, key)) {
    if (now.done) return now;
    const action = firstRunActionFor(stroke.input, stroke.key, now.step);
    if (action) now = updateFirstRun(now, action);
  }
  return now;
}

function firstRunActionFor(
  input: string,
  key: Key,
  step: FirstRunState['step'],
): FirstRunAction | undefined {
  if (key.ctrl && input === 'c') return { type: 'leave' };
  if (key.escape) return { type: 'skip' };
  if (key.return) return { type: 'accept' };
  if (step === 'topics') return topicsAction(input, key);
  const edit = fieldEdit(input, key);
  return edit && { type: 'edit', edit };
}

function topicsAction(input: string, key: Key): FirstRunAction | undefined {
  if (key.downArrow || input === 'j') return { type: 'move', by: 1 };
  if (key.upArrow || input === 'k') return { type: 'move', by: -1 };
  if (key.pageDown) return { type: 'move', by: 10 };
  if (key.pageUp) return { type: 'move', by: -10 };
  if (key.ctrl || key.meta) return undefined;
  if (input === ' ' || input === 'x') return { type: 'toggle' };
  return input === 'a' ? { type: 'toggleAll' } : undefined;
}
