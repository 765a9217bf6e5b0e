import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../../../src/exercises/dialogue/markdown.ts';
import { parseMarkdown } from '../../../src/markdown/parsing.ts';

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
