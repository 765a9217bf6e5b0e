import fc from 'fast-check';
import { expect, it } from 'vitest';
import { code, plain, table } from '../../../src/exercises/dialogue/markdown.ts';
import { parseMarkdown } from '../../../src/markdown/parsing.ts';

it('a table keeps to its columns, whatever stands in a cell', () => {
  expect(
    table([
      ['a', 'b'],
      ['x|y', plain('1|2')],
      [code('p'), 'two\nlines'],
    ]),
  ).toBe('| a | b |\n| --- | --- |\n| x\\|y | 1\\|2 |\n| `p` | two lines |');
});

it('plain words are shown as they are', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab \\`*_~<>|[]'), minLength: 1 });
  fc.assert(
    fc.property(letters, (text) => {
      const shown = JSON.stringify(parseMarkdown(`x${plain(text)}x`));
      const { blocks } = parseMarkdown(`x${plain(text)}x`);
      expect(blocks, shown).toHaveLength(1);
      expect(blocks[0]?.type).toBe('paragraph');
      expect(textOf(blocks[0])).toBe(`x${text}x`.replace(/\s+/g, ' '));
    }),
  );
});

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'children' in node ? textOf(node.children) : '';
}
