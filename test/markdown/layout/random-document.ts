import fc from 'fast-check';
import type { Align, Block, Cell, Inline, InlineStyle } from '../../../src/markdown/ast.ts';

/** Words of every kind that breaks naive wrapping: wide, joined, combined, and longer than any line. */
const word = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-zA-Z0-9.,;:()-]{1,12}$/) },
  fc.constantFrom(
    '数据库',
    '消息队列',
    '👩‍💻',
    '🇩🇪',
    '❤️',
    '한국어',
    'é',
    'n\u0303o',
    'ﬁn',
    '→',
    '✓',
    '1️⃣',
    '⚠️',
    '👍🏽',
    '🏳️‍🌈',
  ),
  fc.stringMatching(/^[a-z/]{30,90}$/),
  fc.constant('好'.repeat(40)),
);

const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

const styles: readonly InlineStyle[] = [
  'strong',
  'emphasis',
  'strike',
  'mark',
  'key',
  'subscript',
  'superscript',
  'muted',
];

const { inlines } = fc.letrec<{ inline: Inline; inlines: readonly Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
  inline: fc.oneof(
    { depthIdentifier: 'inline', depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: words }) },
    fc.record({ type: fc.constant('code' as const), text: words }),
    fc.constant({ type: 'break' as const }),
    fc.record({ type: fc.constant('footnoteReference' as const), label: fc.constant('3') }),
    fc.record({ type: fc.constant('image' as const), alt: words, href: fc.webUrl() }),
    fc.record({ type: fc.constantFrom(...styles), children: tie('inlines') }),
    fc.record({
      type: fc.constant('link' as const),
      target: fc.oneof(
        fc.record({ kind: fc.constant('web' as const), url: fc.webUrl() }),
        fc.record({ kind: fc.constant('topic' as const), id: fc.constant('queues') }),
      ),
      children: tie('inlines'),
    }),
  ),
}));

const cell: fc.Arbitrary<Cell> = fc.oneof(inlines, fc.constant([]));
const table = fc.integer({ min: 1, max: 6 }).chain((columns) => {
  const row = fc.array(cell, { minLength: columns, maxLength: columns });
  return fc.record({
    type: fc.constant('table' as const),
    align: fc.array(fc.constantFrom<Align[]>('left', 'center', 'right'), {
      minLength: columns,
      maxLength: columns,
    }),
    header: fc.oneof(row, fc.constant([])),
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  });
});

const code = fc.record({
  type: fc.constant('code' as const),
  language: fc.constantFrom('', 'text', 'ts'),
  text: fc.array(words, { maxLength: 4 }).map((lines) => lines.join('\n')),
});

let detailsKeys = 0;

/** Blocks as a parser could make them, nested a few deep. */
export const { blocks: randomBlocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>(
  (tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    block: fc.oneof(
      { depthIdentifier: 'block', maxDepth: 5, withCrossShrink: true },
      {
        weight: 4,
        arbitrary: fc.record({ type: fc.constant('paragraph' as const), children: inlines }),
      },
      fc.record({
        type: fc.constant('heading' as const),
        depth: fc.constantFrom<(1 | 2 | 3 | 4 | 5 | 6)[]>(1, 2, 3, 4, 5, 6),
        id: fc.constant('title'),
        children: inlines,
      }),
      { weight: 2, arbitrary: table },
      code,
      fc.record({ type: fc.constant('mermaid' as const), source: words }),
      fc.constant({ type: 'rule' as const }),
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant('list' as const),
          ordered: fc.boolean(),
          start: fc.constantFrom(1, 9, 98),
          loose: fc.boolean(),
          items: fc.array(
            fc.record(
              { checked: fc.boolean(), children: tie('blocks') },
              { requiredKeys: ['children'] },
            ),
            { minLength: 1, maxLength: 3 },
          ),
        }),
      },
      fc.record({ type: fc.constant('quote' as const), children: tie('blocks') }),
      fc.record({
        type: fc.constant('box' as const),
        title: fc.oneof(inlines, fc.constant([])),
        children: tie('blocks'),
      }),
      fc.record({
        type: fc.constant('columns' as const),
        columns: fc.array(tie('blocks'), { minLength: 2, maxLength: 3 }),
      }),
      fc
        .record({ summary: inlines, children: tie('blocks') })
        .map((parts) => ({ type: 'details' as const, key: `details-${++detailsKeys}`, ...parts })),
      fc.record({
        type: fc.constant('footnotes' as const),
        notes: fc.array(
          fc.record({
            label: fc.constantFrom('1', '12', '注', 'see-the-long-label-of-this-note'),
            children: tie('blocks'),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
  }),
);
