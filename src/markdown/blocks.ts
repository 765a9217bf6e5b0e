import type { Token, Tokens } from 'marked';
import type { Align, Block, Cell, Heading, Inline, ListItem } from './ast.ts';
import { flow } from './html/flow.ts';
import { HtmlTree } from './html/tree.ts';
import type { Identity } from './identity.ts';
import { inlineText } from './inline-text.ts';
import { toInlines } from './inlines.ts';
import { isReadableTable } from './table-limits.ts';
import { expandTabs } from './tabs.ts';
import { tidy } from './tidy.ts';

/** Block tokens of marked as our blocks. Markdown between HTML tags ends up inside what the tags stand for. */
export function toBlocks(tokens: readonly Token[], identity: Identity): Block[] {
  if (!tokens.some((token) => token.type === 'html'))
    return tokens.flatMap((token) => toBlock(token, identity));
  const tree = new HtmlTree();
  for (const token of tokens) {
    if (token.type === 'html') tree.feed(token.raw);
    else for (const block of toBlock(token, identity)) tree.add({ kind: 'block', block });
  }
  return flow(tree.finish(), identity);
}

function toBlock(token: Token, identity: Identity): Block[] {
  switch (token.type) {
    case 'heading':
      return [toHeading(token as Tokens.Heading, identity)];
    case 'paragraph':
      return toParagraph((token as Tokens.Paragraph).tokens);
    case 'text':
      return toParagraph((token as Tokens.Text).tokens ?? [token]);
    case 'list':
      return [toList(token as Tokens.List, identity)];
    case 'table':
      return [toTable(token as Tokens.Table)];
    case 'code':
      return [toCode(token as Tokens.Code)];
    case 'blockquote':
      return [{ type: 'quote', children: toBlocks((token as Tokens.Blockquote).tokens, identity) }];
    case 'hr':
      return [{ type: 'rule' }];
    default:
      return [];
  }
}

function toParagraph(tokens: readonly Token[]): Block[] {
  const children = tidy(toInlines(tokens));
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

/** `## Title {#id}` names its own fragment; else it is made from the title. */
function toHeading(token: Tokens.Heading, identity: Identity): Heading {
  const inlines = tidy(toInlines(token.tokens));
  const last = inlines.at(-1);
  const attributes = last?.type === 'text' ? /\s*\{#([^\s}]+)[^}]*\}$/.exec(last.text) : null;
  const children: Inline[] =
    attributes && last?.type === 'text'
      ? tidy([
          ...inlines.slice(0, -1),
          { type: 'text', text: last.text.slice(0, attributes.index) },
        ])
      : inlines;
  const id = attributes?.[1] ?? identity.headingId(inlineText(children));
  return { type: 'heading', depth: token.depth as Heading['depth'], id, children };
}

function toList(token: Tokens.List, identity: Identity): Block {
  const items = token.items.map((item): ListItem => {
    const children = toBlocks(item.tokens, identity);
    return item.task ? { checked: item.checked === true, children } : { children };
  });
  const start = token.start === '' ? 1 : token.start;
  return { type: 'list', ordered: token.ordered, start, loose: token.loose, items };
}

function toTable(token: Tokens.Table): Block {
  if (!isReadableTable(token.header.length, token.rows.length + 1))
    return { type: 'code', language: '', text: token.raw.trimEnd() };
  const toCell = (cell: Tokens.TableCell): Cell => tidy(toInlines(cell.tokens));
  return {
    type: 'table',
    align: token.align.map((align): Align => align ?? 'left'),
    header: token.header.map(toCell),
    rows: token.rows.map((row) => row.map(toCell)),
  };
}

function toCode(token: Tokens.Code): Block {
  const language = /^[^\s{,]*/.exec(token.lang ?? '')?.[0].toLowerCase() ?? '';
  const text = expandTabs(token.text);
  return language === 'mermaid'
    ? { type: 'mermaid', source: text }
    : { type: 'code', language, text };
}
