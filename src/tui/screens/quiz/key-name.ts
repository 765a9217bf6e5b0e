import type { Key } from 'ink';

const NAMED: readonly (readonly [name: keyof Key, shown: string])[] = [
  ['downArrow', '↓'],
  ['upArrow', '↑'],
  ['leftArrow', '←'],
  ['rightArrow', '→'],
  ['pageDown', 'PgDn'],
  ['pageUp', 'PgUp'],
  ['home', 'Home'],
  ['end', 'End'],
  ['tab', 'Tab'],
  ['escape', 'Esc'],
  ['backspace', 'Backspace'],
  ['delete', 'Backspace'],
];

/** A key as the help calls it: `j`, `Space`, `Ctrl-C`. */
export function keyName(input: string, key: Key): string {
  if (key.return) return key.meta ? 'Alt-Enter' : 'Enter';
  const named = NAMED.find(([name]) => key[name]);
  if (named) return named[1];
  // The line feed that Ctrl-J sends.
  if (input === '\n') return 'Ctrl-J';
  if (key.ctrl) return `Ctrl-${input.toUpperCase()}`;
  return input === ' ' ? 'Space' : input;
}
