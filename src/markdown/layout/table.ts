import type { Align, Cell, Table } from '../ast.ts';
import { type Context, type DraftLine, type DraftSpan, inside, span } from './draft.ts';
import { inlineLines } from './inline.ts';
import { widest, widthOf, widthOfSpans } from './measure.ts';
import { layoutStackedTable } from './stacked-table.ts';
import { columnWidths } from './table-widths.ts';
import { wrapSpans } from './wrap.ts';

/** A ruled table with wrapped cells; rows as small lists where the width leaves a column unreadable. */
export function layoutTable(table: Table, context: Context): DraftLine[] {
  const rows = [table.header, ...table.rows].filter((row) => row.length > 0);
  const columns = table.align.map((_, column) =>
    sizeOf(
      rows.map((row) => row[column] ?? []),
      context,
    ),
  );
  const widths = columnWidths(columns, context.width - 3 * columns.length - 1);
  if (!widths) return layoutStackedTable(table, context);
  const header =
    table.header.length > 0
      ? [
          ...layoutRow(table.header, widths, table.align, inside(context, 0, 'tableHeader')),
          ruler('├┼┤', widths),
        ]
      : [];
  const body = table.rows.map((row) => layoutRow(row, widths, table.align, context));
  // Rows of several lines need a rule between them to be told apart.
  const between = body.some((lines) => lines.length > 1) ? [ruler('├┼┤', widths)] : [];
  const rest = body.flatMap((lines, index) => (index === 0 ? lines : [...between, ...lines]));
  return [ruler('┌┬┐', widths), ...header, ...rest, ruler('└┴┘', widths)];
}

function sizeOf(
  cells: readonly Cell[],
  context: Context,
): { natural: number; longestWord: number } {
  const lines = cells.flatMap((cell) => inlineLines(cell, context));
  const words = lines.flatMap((spans) =>
    spans
      .map(({ text }) => text)
      .join('')
      .split(' '),
  );
  return {
    natural: Math.max(1, widest(lines)),
    longestWord: words.reduce((longest, word) => Math.max(longest, widthOf(word)), 1),
  };
}

function layoutRow(
  cells: readonly Cell[],
  widths: readonly number[],
  align: readonly Align[],
  context: Context,
): DraftLine[] {
  const wrapped = widths.map((width, column) =>
    inlineLines(cells[column] ?? [], context).flatMap((spans) => wrapSpans(spans, width)),
  );
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => ({
    spans: [
      span('│', 'border'),
      ...widths.flatMap((width, column) => [
        ...aligned(wrapped[column]?.[row] ?? [], width, align[column] ?? 'left'),
        span('│', 'border'),
      ]),
    ],
  }));
}

function aligned(spans: readonly DraftSpan[], width: number, align: Align): DraftSpan[] {
  const air = Math.max(0, width - widthOfSpans(spans));
  const left = align === 'right' ? air : align === 'center' ? Math.floor(air / 2) : 0;
  return [span(' '.repeat(left + 1)), ...spans, span(' '.repeat(air - left + 1))];
}

function ruler(
  [left, middle, right]: string | readonly string[],
  widths: readonly number[],
): DraftLine {
  return {
    spans: [
      span(`${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`, 'border'),
    ],
  };
}
