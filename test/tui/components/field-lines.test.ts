import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineText, widthOf } from '../../../src/markdown/index.ts';
import { fieldLines, textLines } from '../../../src/tui/components/field-lines.ts';

const shown = (text: string, at: number, width: number) =>
  fieldLines({ text, at }, width).lines.map(lineText);

it.each([
  ['', 0, 10, ['█']],
  ['word', 4, 10, ['word█']],
  ['word', 1, 10, ['word']],
  ['one two three', 13, 10, ['one two ', 'three█']],
  ['a\n\nb', 2, 10, ['a', '█', 'b']],
  ['0123456789', 10, 6, ['01234', '56789█']],
])('%j with the cursor at %i in %i columns is %j', (text, at, width, lines) => {
  expect(shown(text, at, width)).toEqual(lines);
});

it('shows the character under the cursor reversed', () => {
  const [line] = fieldLines({ text: 'a夜b', at: 1 }, 10).lines;
  expect(line?.spans[1]).toEqual({ text: '夜', roles: ['selected'] });
});

const anyText = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '夜', '👩‍🚀') });

it('is never wider than the room, and shows every character', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 4, max: 40 }), fc.nat(), (text, width, place) => {
      const at = [...new Intl.Segmenter().segment(text)][place % (text.length + 1)]?.index;
      const { lines, cursor } = fieldLines({ text, at: at ?? text.length }, width);
      expect(lines.filter((line) => widthOf(lineText(line)) > width)).toEqual([]);
      expect(lines.map(lineText).join('').replace('█', '')).toBe(text.replaceAll('\n', ''));
      expect(lines[cursor]).toBeDefined();
      const plain = textLines(text, width).map(lineText);
      expect(plain.join('')).toBe(text.replaceAll('\n', ''));
      expect(plain.filter((line) => widthOf(line) > width)).toEqual([]);
    }),
  );
});
