import fc from 'fast-check';
import { expect, it } from 'vitest';
import { edited, emptyField, type FieldEdit } from '../../../src/tui/components/text-field.ts';

/** `ab|c` is a field with the cursor before the c. */
const field = (drawn: string) => ({ text: drawn.replace('|', ''), at: drawn.indexOf('|') });

it.each<[string, FieldEdit['type'], string]>([
  ['ab|c', 'erase', 'a|c'],
  ['|abc', 'erase', '|abc'],
  ['a👩‍🚀|b', 'erase', 'a|b'],
  ['one two| x', 'eraseWord', 'one | x'],
  ['one two  |x', 'eraseWord', 'one |x'],
  ['a\nbc d|e', 'eraseToStart', 'a\n|e'],
  ['a👩‍🚀|b', 'left', 'a|👩‍🚀b'],
  ['|a', 'left', '|a'],
  ['a|👩‍🚀b', 'right', 'a👩‍🚀|b'],
  ['ab\nc|d', 'home', 'ab\n|cd'],
  ['a|b\ncd', 'end', 'ab|\ncd'],
  ['abc\nde|f', 'up', 'ab|c\ndef'],
  ['a\ndef|', 'up', 'a|\ndef'],
  ['abc|', 'up', 'abc|'],
  ['ab|c\nd\nefg', 'down', 'abc\nd|\nefg'],
  ['ab|c', 'down', 'ab|c'],
])('%j after %s is %j', (drawn, type, after) => {
  expect(edited(field(drawn), { type } as FieldEdit)).toEqual(field(after));
});

it('puts what is typed at the cursor', () => {
  expect(edited(field('a|c'), { type: 'insert', text: 'b\n夜' })).toEqual(field('ab\n夜|c'));
});

it('stays sound whatever is done to it', () => {
  const anyEdit = fc.oneof(
    fc
      .constantFrom('a', ' ', '\n', '夜', '👩‍🚀', '\u0301', '\u200d', '🇩', 'two words')
      .map((text): FieldEdit => ({ type: 'insert', text })),
    fc
      .constantFrom(
        ...(['erase', 'eraseWord', 'eraseToStart', 'left', 'right', 'up', 'down'] as const),
        ...(['home', 'end'] as const),
      )
      .map((type): FieldEdit => ({ type })),
  );
  const starts = (text: string) =>
    [...new Intl.Segmenter().segment(text)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.array(anyEdit), (edits) => {
      const { text, at } = edits.reduce(edited, emptyField);
      expect([...starts(text), text.length]).toContain(at);
    }),
  );
});
