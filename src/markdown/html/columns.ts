import type { Block, Inline } from '../ast.ts';
import { inlineText } from '../inline-text.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

/** A text this short is an arrow, a number or an icon. */
const BADGE = 3;

/** The children of a row or grid, side by side, `perRow` at a time. */
export function columnsOf(
  element: HtmlElement,
  perRow: number,
  flow: (nodes: readonly HtmlNode[]) => Block[],
): Block[] {
  const areas = element.children.map((child) => flow([child])).filter((area) => area.length > 0);
  if (areas.length < 2) return areas.flat();
  if (areas.every(isBadge)) return [{ type: 'paragraph', children: joined(areas.map(wordsOf)) }];
  const [first = [], second, ...rest] = areas;
  if (second && rest.length === 0 && isNumber(first)) return numbered(wordsOf(first), second);
  const rows = Array.from(
    { length: Math.ceil(areas.length / Math.min(perRow, areas.length)) },
    (_, row) =>
      perRow === Number.POSITIVE_INFINITY ? areas : areas.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.flatMap((columns): Block[] =>
    columns.length === 1 ? columns.flat() : [{ type: 'columns', columns }],
  );
}

/** A number in a circle beside a text becomes the title of the text's box, or its first word. */
function numbered(number: Inline[], area: readonly Block[]): Block[] {
  const [first, ...rest] = area;
  if (first?.type === 'box' && first.title.length === 0)
    return [{ ...first, title: number }, ...rest];
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: number }, ...area];
  return [
    { type: 'paragraph', children: [...number, { type: 'text', text: ' ' }, ...first.children] },
    ...rest,
  ];
}

function isBadge(area: readonly Block[]): boolean {
  return area.length === 1 && inlineText(wordsOf(area)).length <= BADGE && wordsOf(area).length > 0;
}

function isNumber(area: readonly Block[]): boolean {
  return isBadge(area) && /^\w+$/.test(inlineText(wordsOf(area)));
}

function wordsOf(area: readonly Block[]): Inline[] {
  const [block] = area;
  return block?.type === 'paragraph' ? [...block.children] : [];
}

function joined(parts: readonly Inline[][]): Inline[] {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ type: 'text' as const, text: '  ' }, ...part],
  );
}
