import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/markdown/ast.ts';
import { layout } from '../../../src/markdown/layout/index.ts';
import { widthOf } from '../../../src/markdown/layout/measure.ts';
import { lineText } from '../../../src/markdown/paint.ts';
import type { LayoutTools } from '../../../src/markdown/tools.ts';

const words = (text: string): Inline[] => [{ type: 'text', text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', children: words(text) });
const page = (block: Block, width = 40, tools: LayoutTools = {}) =>
  layout({ blocks: [block] }, width, { open: 'all', tools, plain: false });

const containers: Record<string, (block: Block) => Block> = {
  quote: (block) => ({ type: 'quote', children: [block] }),
  list: (block) => ({
    type: 'list',
    ordered: true,
    start: 1,
    loose: false,
    items: [{ children: [paragraph('before'), block] }],
  }),
  box: (block) => ({ type: 'box', title: words('title'), children: [block] }),
  details: (block) => ({ type: 'details', key: 'k', summary: words('sum'), children: [block] }),
  columns: (block) => ({ type: 'columns', columns: [[block], [paragraph('beside')]] }),
  footnotes: (block) => ({ type: 'footnotes', notes: [{ label: '1', children: [block] }] }),
};

function nested(wrap: (block: Block) => Block, times: number, inner: Block): Block {
  let block = inner;
  for (let level = 0; level < times; level += 1) block = wrap(block);
  return block;
}

describe('a document of an odd shape', () => {
  it.each(Object.entries(containers))('shows what lies in 3,000 times a %s', (_name, wrap) => {
    const { lines, width } = page(nested(wrap, 3000, paragraph('the core')));
    expect(lines.map(lineText).join(' ').replaceAll(/\s+/g, ' ')).toContain('core');
    expect(Math.max(...lines.map((line) => widthOf(lineText(line))))).toBeLessThanOrEqual(width);
  });

  it.each(Object.entries(containers))(
    'lays out what lies in 40 times a %s not often',
    (_n, wrap) => {
      let times = 0;
      const highlight = () => {
        times += 1;
        return undefined;
      };
      const code: Block = { type: 'code', language: 'ts', text: 'a line as wide as '.repeat(10) };
      page(nested(wrap, 40, code), 100, { highlight });
      expect(times).toBeGreaterThan(0);
      expect(times).toBeLessThan(100);
    },
  );

  it('takes code of more lines than a function takes arguments', () => {
    const text = 'x\n'.repeat(130_000);
    expect(page({ type: 'code', language: '', text }).lines).toHaveLength(130_001);
  });

  it('takes a table of more rows than a function takes arguments', () => {
    const rows = Array.from({ length: 130_000 }, () => [words('1'), words('2')]);
    const table: Block = { type: 'table', align: ['left', 'left'], header: [], rows };
    expect(page(table).lines).toHaveLength(130_002);
  });

  it('sets long and wide footnote labels without losing any of them', () => {
    const note = (label: string) => ({ label, children: [paragraph('words')] });
    const block: Block = {
      type: 'footnotes',
      notes: [note('1'), note('注'), note('a-label-that-is-longer-than-the-page')],
    };
    expect(page(block, 20).lines.map(lineText)).toEqual([
      '────────────────────',
      ' [1] words',
      '[注] words',
      '[a-label-that-is-lon',
      'ger-than-the-page]',
      '     words',
    ]);
  });
});
