import type { Block, Heading, Inline, ListItem } from '../ast.ts';
import type { Identity } from '../identity.ts';
import { inlineText } from '../inline-text.ts';
import { toInlines } from '../inlines.ts';
import { inlineTokens } from '../lex.ts';
import { expandTabs } from '../tabs.ts';
import { tidy } from '../tidy.ts';
import { columnsOf } from './columns.ts';
import { phrasing, SILENT, textContent, wrappers } from './phrasing.ts';
import { styleOf } from './style.ts';
import { toTable } from './table.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

const BLOCKS =
  /^(address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|ul)$/;

/** HTML nodes as blocks: text between block elements gathers into paragraphs. */
export function flow(nodes: readonly HtmlNode[], identity: Identity): Block[] {
  const blocks: Block[] = [];
  let words: Inline[] = [];
  const atLineStart = () => words.length === 0 || words.at(-1)?.type === 'break';
  const flush = () => {
    const children = tidy(words);
    words = [];
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
  };
  for (const node of nodes) {
    if (node.kind === 'block') {
      flush();
      blocks.push(node.block);
    } else if (node.kind !== 'element' || !isBlock(node)) {
      if (!(node.kind === 'text' && node.text.trim() === '' && atLineStart()))
        words.push(...markdownOrPhrasing(node));
    } else if (isTextLine(node)) {
      // Plain divs under each other are lines of one text, not paragraphs.
      if (!atLineStart()) words.push({ type: 'break' });
      words.push(...styled(node, node.children.flatMap(markdownOrPhrasing)), { type: 'break' });
    } else {
      flush();
      blocks.push(...toBlocks(node, identity));
    }
  }
  flush();
  return blocks;
}

/** Strict Markdown is not read inside an HTML block, but an author who wrote `**so**` there meant it. */
function markdownOrPhrasing(node: HtmlNode): Inline[] {
  const meant = node.kind === 'text' && /\*\*|`|\[\[/.test(node.text) && !node.text.includes('<');
  return meant ? toInlines(inlineTokens(node.text)) : phrasing([node]);
}

function isBlock(element: HtmlElement): boolean {
  return (
    BLOCKS.test(element.name) ||
    element.children.some(
      (child) => child.kind === 'block' || (child.kind === 'element' && isBlock(child)),
    )
  );
}

function isTextLine(element: HtmlElement): boolean {
  const { boxed, hidden } = styleOf(element);
  const plain = element.name === 'div' && !boxed && !hidden;
  return (
    plain &&
    element.children.every(
      (child) => child.kind !== 'block' && !(child.kind === 'element' && isBlock(child)),
    )
  );
}

function toBlocks(element: HtmlElement, identity: Identity): Block[] {
  const { name, children } = element;
  if (SILENT.has(name) || styleOf(element).hidden) return [];
  if (/^h[1-6]$/.test(name)) return [toHeading(element, identity)];
  switch (name) {
    case 'hr':
      return [{ type: 'rule' }];
    case 'pre':
      return [
        {
          type: 'code',
          language: '',
          text: expandTabs(textContent(element).replace(/^\n|\s+$/g, '')),
        },
      ];
    case 'table':
      return [toTable(element)].filter((table) => table !== undefined);
    case 'blockquote':
      return [{ type: 'quote', children: flow(children, identity) }];
    case 'ul':
    case 'ol':
      return [toList(element, identity)];
    case 'dt':
      return [
        { type: 'paragraph', children: [{ type: 'strong', children: tidy(phrasing(children)) }] },
      ];
    case 'details':
      return [toDetails(element, identity)];
    default:
      return toArea(element, identity);
  }
}

function toArea(element: HtmlElement, identity: Identity): Block[] {
  const style = styleOf(element);
  const inner =
    style.columns > 1
      ? columnsOf(element, style.columns, (nodes) => flow(nodes, identity))
      : flow(element.children, identity);
  const children = inner.map((block) =>
    block.type === 'paragraph' ? { ...block, children: styled(element, block.children) } : block,
  );
  if (!style.boxed || children.length === 0) return children;
  const [first, ...rest] = children;
  if (first?.type === 'heading') return [{ type: 'box', title: first.children, children: rest }];
  return [{ type: 'box', title: [], children }];
}

function toHeading(element: HtmlElement, identity: Identity): Heading {
  const children = tidy(phrasing(element.children));
  const depth = Number(element.name[1]) as Heading['depth'];
  return {
    type: 'heading',
    depth,
    id: element.attributes.id ?? identity.headingId(inlineText(children)),
    children,
  };
}

function toList(element: HtmlElement, identity: Identity): Block {
  const items: ListItem[] = element.children
    .filter((child) => child.kind === 'element')
    .map((item) => ({ children: flow(item.children, identity) }));
  const start = Number.parseInt(element.attributes.start ?? '1', 10) || 1;
  return { type: 'list', ordered: element.name === 'ol', start, loose: false, items };
}

function toDetails(element: HtmlElement, identity: Identity): Block {
  const isSummary = (node: HtmlNode) => node.kind === 'element' && node.name === 'summary';
  const summary = tidy(
    phrasing(
      element.children
        .filter(isSummary)
        .flatMap((node) => (node.kind === 'element' ? node.children : [])),
    ),
  );
  return {
    type: 'details',
    key: identity.detailsKey(),
    summary: summary.length > 0 ? summary : [{ type: 'text', text: 'Details' }],
    children: flow(
      element.children.filter((node) => !isSummary(node)),
      identity,
    ),
  };
}

function styled(element: HtmlElement, inlines: readonly Inline[]): Inline[] {
  return wrappers(element).reduce<Inline[]>((children, type) => [{ type, children }], [...inlines]);
}
