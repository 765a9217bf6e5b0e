import type { Key } from 'ink';
import type { PickerAction } from './state.ts';

/** What keys mean in the picker: letters filter, arrows move. */
export function pickerActionsFor(input: string, key: Key, filter: string): PickerAction[] {
  if (key.ctrl && input === 'c') return [{ type: 'leave', code: 130 }];
  if (key.escape) return [{ type: 'escape' }];
  if (key.return) return [{ type: 'accept' }];
  if (key.downArrow || key.tab || (key.ctrl && (input === 'n' || input === 'j')))
    return [{ type: 'move', by: key.shift ? -1 : 1 }];
  if (key.upArrow || (key.ctrl && (input === 'p' || input === 'k')))
    return [{ type: 'move', by: -1 }];
  if (key.pageDown) return [{ type: 'move', by: 10 }];
  if (key.pageUp) return [{ type: 'move', by: -10 }];
  if (key.backspace || key.delete) return [{ type: 'erase' }];
  if (key.ctrl || key.meta) return [];
  const typed = input.replace(/[^\P{C}]/gu, '');
  // Whoever is used to searching by a slash begins with one.
  const text = filter === '' ? typed.replace(/^\//, '') : typed;
  return text === '' ? [] : [{ type: 'type', text }];
}
