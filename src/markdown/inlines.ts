import type { Token, Tokens } from 'marked';
import type { Inline } from './ast.ts';
import { decode } from './decode.ts';
import { phrasing } from './html/phrasing.ts';
import { HtmlTree } from './html/tree.ts';
import type { WikiLinkToken } from './lex.ts';
import { linkTarget } from './link-target.ts';

/** Inline tokens of marked as our inline content; tags between them become the emphasis that they stand for. */
export function toInlines(tokens: readonly Token[]): Inline[] {
  if (!tokens.some((token) => token.type === 'html')) return tokens.flatMap(toInline);
  const tree = new HtmlTree();
  for (const token of tokens) {
    if (token.type === 'html') tree.feed(token.raw);
    else for (const inline of toInline(token)) tree.add({ kind: 'inline', inline });
  }
  return phrasing(tree.finish());
}

function toInline(token: Token): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      if ('tokens' in token && token.tokens) return toInlines(token.tokens);
      return [{ type: 'text', text: decode(token.text).replace(/\s+/g, ' ') }];
    case 'strong':
      return [{ type: 'strong', children: toInlines((token as Tokens.Strong).tokens) }];
    case 'em':
      return [{ type: 'emphasis', children: toInlines((token as Tokens.Em).tokens) }];
    case 'del':
      return [{ type: 'strike', children: toInlines((token as Tokens.Del).tokens) }];
    case 'codespan':
      return [{ type: 'code', text: token.text.replace(/\s+/g, ' ') }];
    case 'br':
      return [{ type: 'break' }];
    case 'link':
      return toLink(token as Tokens.Link);
    case 'image':
      return [{ type: 'image', alt: oneLine(token.text), href: oneLine(token.href) }];
    case 'wikiLink':
      return [toTopicLink(token as WikiLinkToken)];
    case 'footnoteRef':
      return [
        { type: 'footnoteReference', label: String((token as unknown as { id: string }).id) },
      ];
    case 'checkbox':
      return [];
    default:
      return [{ type: 'text', text: decode(token.raw) }];
  }
}

/** An entity may stand for a line break. */
function oneLine(text: string): string {
  return decode(text).replace(/\s+/g, ' ');
}

function toLink(token: Tokens.Link): Inline[] {
  const children = toInlines(token.tokens);
  const target = linkTarget(oneLine(token.href));
  return target ? [{ type: 'link', target, children }] : children;
}

function toTopicLink({ id, words }: WikiLinkToken): Inline {
  return { type: 'link', target: { kind: 'topic', id }, children: [{ type: 'text', text: words }] };
}
