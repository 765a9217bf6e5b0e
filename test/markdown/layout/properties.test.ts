import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/markdown/ast.ts';
import { layout } from '../../../src/markdown/layout/index.ts';
import { scriptText } from '../../../src/markdown/layout/script-text.ts';
import { lineText } from '../../../src/markdown/paint.ts';
import { runs } from '../../fixtures/runs.ts';
import { randomBlocks } from './random-document.ts';

const width = fc.integer({ min: 20, max: 200 });
const page = (blocks: readonly Block[], columns: number) =>
  layout({ blocks }, columns, { open: 'all', tools: {}, plain: false });

describe('layout of any document', () => {
  it('keeps every line that does not scroll within the width', () => {
    fc.assert(
      fc.property(randomBlocks, width, (blocks, columns) => {
        for (const line of page(blocks, columns).lines)
          if (!line.scrolls) expect(stringWidth(lineText(line))).toBeLessThanOrEqual(columns);
      }),
      runs(150),
    );
  });

  it('shows each character of the text, as often as it was written', () => {
    fc.assert(
      fc.property(randomBlocks, width, (blocks, columns) => {
        const shown = page(blocks, columns).lines.map(lineText).join('');
        const missing = lost(blocks.map(blockText).join(''), shown);
        expect(missing).toEqual([]);
      }),
      runs(150),
    );
  });
});

function lost(written: string, shown: string): string[] {
  const left = new Map<string, number>();
  for (const character of shown.normalize('NFC'))
    left.set(character, (left.get(character) ?? 0) + 1);
  return [...written.normalize('NFC')].filter((character) => {
    const count = left.get(character) ?? 0;
    left.set(character, count - 1);
    // Arrows turn down where areas stand one under the other.
    return !/[ \n→]/.test(character) && count <= 0;
  });
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return text(block.children);
    case 'list':
      return block.items.map(({ children }) => children.map(blockText).join('')).join('');
    case 'table':
      return [block.header, ...block.rows].flat().map(text).join('');
    case 'code':
      return block.text;
    case 'mermaid':
      return block.source;
    case 'quote':
      return block.children.map(blockText).join('');
    case 'rule':
      return '';
    case 'box':
      return text(block.title) + block.children.map(blockText).join('');
    case 'columns':
      return block.columns.flat().map(blockText).join('');
    case 'details':
      return text(block.summary) + block.children.map(blockText).join('');
    case 'footnotes':
      return block.notes
        .map(({ label, children }) => label + children.map(blockText).join(''))
        .join('');
  }
}

function text(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'subscript' || inline.type === 'superscript') return scriptText(inline);
      if ('children' in inline) return text(inline.children);
      if ('text' in inline) return inline.text;
      return inline.type === 'image' ? inline.alt : '';
    })
    .join('');
}
