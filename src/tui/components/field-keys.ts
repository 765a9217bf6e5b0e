import type { Key } from 'ink';
import type { FieldEdit } from './text-field.ts';

const control: Readonly<Record<string, FieldEdit>> = {
  w: { type: 'eraseWord' },
  u: { type: 'eraseToStart' },
  a: { type: 'home' },
  e: { type: 'end' },
};

/** What a key does to a field; undefined when it isn't for the field. */
export function fieldEdit(input: string, key: Key): FieldEdit | undefined {
  if (key.leftArrow) return { type: 'left' };
  if (key.rightArrow) return { type: 'right' };
  if (key.upArrow) return { type: 'up' };
  if (key.downArrow) return { type: 'down' };
  if (key.home) return { type: 'home' };
  if (key.end) return { type: 'end' };
  // Terminals send the one or the other for the backspace key.
  if (key.backspace || key.delete) return { type: 'erase' };
  if (key.ctrl) return control[input];
  const text = input.replace(/[^\P{C}]/gu, '');
  return key.meta || text === '' ? undefined : { type: 'insert', text };
}
