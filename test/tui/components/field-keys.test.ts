import { expect, it } from 'vitest';
import { fieldEdit } from '../../../src/tui/components/field-keys.ts';
import { type Named, pressed } from '../screens/pressed.ts';

it.each<[string, Named[], object | undefined]>([
  ['a', [], { type: 'insert', text: 'a' }],
  ['a\u0007b', [], { type: 'insert', text: 'ab' }],
  ['', ['backspace'], { type: 'erase' }],
  ['', ['delete'], { type: 'erase' }],
  ['', ['leftArrow'], { type: 'left' }],
  ['', ['rightArrow'], { type: 'right' }],
  ['', ['upArrow'], { type: 'up' }],
  ['', ['downArrow'], { type: 'down' }],
  ['', ['home'], { type: 'home' }],
  ['', ['end'], { type: 'end' }],
  ['w', ['ctrl'], { type: 'eraseWord' }],
  ['u', ['ctrl'], { type: 'eraseToStart' }],
  ['a', ['ctrl'], { type: 'home' }],
  ['e', ['ctrl'], { type: 'end' }],
  ['x', ['ctrl'], undefined],
  ['x', ['meta'], undefined],
  ['', ['return'], undefined],
  ['', ['tab'], undefined],
])('%j with %j is %j', (input, names, edit) => {
  expect(fieldEdit(input, pressed(...names))).toEqual(edit);
});
