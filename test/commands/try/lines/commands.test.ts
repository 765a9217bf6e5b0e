import { expect, it } from 'vitest';
import { commandOf } from '../../../../src/commands/try/lines/commands.ts';

it.each([
  ['hint', false, 'hint'],
  ['h', false, 'hint'],
  ['quit', true, 'quit'],
  // Somebody may explain something in one letter; leaving needs the whole word there.
  ['q', true, undefined],
  ['?', true, '?'],
  ['hints', false, undefined],
  ['30 s', false, undefined],
  ['', false, undefined],
])('takes “%s” (text asked for: %s) as %s', (line, asksForText, expected) => {
  expect(commandOf(line, asksForText)).toBe(expected);
});
