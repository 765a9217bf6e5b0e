import type { Cell, Table } from '../ast.ts';
import { type Context, type DraftLine, inside, prefixed, span } from './draft.ts';
import { inlineLines } from './inline.ts';
import { layoutParagraph } from './paragraph.ts';

/** Each row as a group of `Header: value` lines. */
export function layoutStackedTable({ header, rows }: Table, context: Context): DraftLine[] {
  const groups = rows.length > 0 ? rows : [header];
  const rule: DraftLine = { spans: [span('─'.repeat(Math.min(12, context.width)), 'border')] };
  return [
    rule,
    ...groups.flatMap((row) => [
      ...row.flatMap((cell, column) => layoutCell(header[column] ?? [], cell, context)),
      rule,
    ]),
  ];
}

function layoutCell(header: Cell, cell: Cell, context: Context): DraftLine[] {
  const inner = inside(context, 2);
  const isNamed = inlineLines(header, context).flat().length > 0;
  const words = isNamed
    ? [
        { type: 'strong' as const, children: [...header, { type: 'text' as const, text: ':' }] },
        { type: 'text' as const, text: ' ' },
        ...cell,
      ]
    : cell;
  if (words.length === 0) return [];
  const lines = layoutParagraph(words, { ...context, width: inner.width });
  return prefixed(lines, span(''), span('  '), context, inner);
}
