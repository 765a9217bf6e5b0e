import type { Align, Cell, Code, Table } from '../ast.ts';
import { isReadableTable } from '../table-limits.ts';
import { tidy } from '../tidy.ts';
import { phrasing, textContent } from './phrasing.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

/** An HTML table; undefined when it has no cells, and plain lines when it has too many. Short rows are filled with empty cells. */
export function toTable(element: HtmlElement): Table | Code | undefined {
  const rows = rowsOf(element.children).map((row) => row.filter(isCell));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return undefined;
  if (!isReadableTable(width, rows.length)) {
    const lines = rows.map((row) => row.map((cell) => textContent(cell).trim()).join(' | '));
    return { type: 'code', language: '', text: lines.join('\n').replace(/\t/g, ' ') };
  }
  const hasHeader = rows[0]?.every((cell) => cell.name === 'th') ?? false;
  const cells = rows.map((row) => Array.from({ length: width }, (_, i) => toCell(row[i])));
  return {
    type: 'table',
    align: Array.from({ length: width }, (_, i) => alignOf(rows.at(-1)?.[i])),
    header: hasHeader ? (cells[0] ?? []) : [],
    rows: hasHeader ? cells.slice(1) : cells,
  };
}

function rowsOf(nodes: readonly HtmlNode[]): HtmlElement[][] {
  return nodes.filter(isElement).flatMap((element) => {
    if (element.name === 'tr') return [element.children.filter(isElement)];
    return /^(thead|tbody|tfoot)$/.test(element.name) ? rowsOf(element.children) : [];
  });
}

function toCell(element: HtmlElement | undefined): Cell {
  return element ? tidy(phrasing(element.children)) : [];
}

function alignOf(cell: HtmlElement | undefined): Align {
  const said = `${cell?.attributes.align ?? ''} ${/text-align:\s*(\w+)/.exec(cell?.attributes.style ?? '')?.[1] ?? ''}`;
  return /right|end/.test(said) ? 'right' : /center/.test(said) ? 'center' : 'left';
}

function isElement(node: HtmlNode): node is HtmlElement {
  return node.kind === 'element';
}

function isCell(element: HtmlElement): boolean {
  return element.name === 'td' || element.name === 'th';
}
