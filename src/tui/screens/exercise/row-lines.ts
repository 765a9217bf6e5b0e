import type { Row, Rows } from '../../../domain/dialogue.ts';
import { type Line, lineText, widthOf } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { oneLine } from '../../components/one-line.ts';
import { fitted } from '../simulation/spans.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { type Role, type Span, span } from './line-parts.ts';
import { MARKS } from './marks.ts';

const GAP = '  ';

/** Names to the left and never broken, values in columns beside them; below them where it is too narrow for that. */
export function rowLines({ title, heads, rows }: Rows, width: number): Line[] {
  const gutter = rows.some(({ mark }) => mark) ? 2 : 0;
  const table = rows.map(({ name, cells }) => [name, ...heads.map((_, at) => cells[at] ?? '')]);
  const widths = columnWidths([['', ...heads], ...table], width - gutter);
  const titled = wrapped(title, width, 'heading2');
  if (!widths) return [...titled, ...rows.flatMap((row) => stackedLines(row, heads, width))];
  return [
    ...titled,
    ...hanging([span(' '.repeat(gutter))], tableLines(['', ...heads], widths, 'tableHeader')),
    ...rows.flatMap((row, at) => hanging(markOf(row, gutter), tableLines(table[at] ?? [], widths))),
  ];
}

function markOf({ mark }: Row, gutter: number): Span[] {
  return [mark ? MARKS[mark] : span(' '.repeat(gutter))];
}

/** As wide as the texts are; where that is too much, the widest value gives way as far as its words allow. */
function columnWidths(table: readonly (readonly string[])[], width: number): number[] | undefined {
  const columns = (table[0] ?? []).map((_, at) => table.map((row) => oneLine(row[at] ?? '')));
  const widths = columns.map((texts) => Math.max(...texts.map(widthOf)));
  const least = columns.map((texts, at) =>
    at === 0
      ? (widths[0] ?? 0)
      : Math.max(...texts.flatMap((text) => text.split(' ')).map(widthOf)),
  );
  const room = width - GAP.length * (columns.length - 1);
  const sum = (of: readonly number[]) => of.reduce((all, each) => all + each, 0);
  if (sum(least) > room) return undefined;
  while (sum(widths) > room) {
    const spare = widths.map((each, at) => (each > (least[at] ?? 0) ? each : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function tableLines(cells: readonly string[], widths: readonly number[], ...roles: Role[]): Line[] {
  const columns = cells.map((cell, at) => wrapped(cell, widths[at] ?? 1).map(lineText));
  const height = Math.max(1, ...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => {
    const parts = columns.map((lines, at) => fitted(lines[row] ?? '', widths[at] ?? 1));
    return { spans: [span(parts.join(GAP).trimEnd(), ...roles)] };
  });
}

function stackedLines(row: Row, heads: readonly string[], width: number): Line[] {
  const values = row.cells.flatMap((cell, at) => (cell ? `${heads[at] ?? ''} ${cell}` : []));
  const mark = row.mark ? MARKS[row.mark] : span('  ');
  return [
    ...hanging([mark], wrapped(row.name, width - 2, 'strong')),
    ...hanging([span('    ')], wrapped(values.join(' · '), width - 4)),
  ];
}
