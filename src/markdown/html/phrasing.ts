import type { Inline, InlineStyle } from '../ast.ts';
import { linkTarget } from '../link-target.ts';
import { styleOf } from './style.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

const STYLES: Readonly<Record<string, InlineStyle>> = {
  b: 'strong',
  strong: 'strong',
  th: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  mark: 'mark',
  kbd: 'key',
  sub: 'subscript',
  sup: 'superscript',
  small: 'muted',
};

/** Elements whose content is for machines. */
export const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
]);

/** HTML nodes as inline content; block elements among them become their own lines. */
export function phrasing(nodes: readonly HtmlNode[]): Inline[] {
  return nodes.flatMap(phrase);
}

function phrase(node: HtmlNode): Inline[] {
  switch (node.kind) {
    case 'text':
      return [{ type: 'text', text: node.text.replace(/\s+/g, ' ') }];
    case 'inline':
      return [node.inline];
    case 'block':
      return [];
    case 'element':
      return phraseElement(node);
  }
}

function phraseElement(element: HtmlElement): Inline[] {
  const { name, attributes } = element;
  if (SILENT.has(name)) return [];
  if (name === 'br') return [{ type: 'break' }];
  if (name === 'img')
    return [{ type: 'image', alt: attributes.alt ?? '', href: attributes.src ?? '' }];
  if (/^(code|samp|tt)$/.test(name))
    return [{ type: 'code', text: textContent(element).replace(/\s+/g, ' ') }];
  const style = styleOf(element);
  if (style.hidden) return [];
  let inlines = phrasing(element.children);
  if (name === 'a') inlines = linked(attributes.href ?? '', inlines);
  if (name === 'q')
    inlines = [{ type: 'text', text: '“' }, ...inlines, { type: 'text', text: '”' }];
  for (const wrapper of wrappers(element)) inlines = [{ type: wrapper, children: inlines }];
  return /^(p|div|li|tr|h[1-6])$/.test(name) ? [...inlines, { type: 'break' }] : inlines;
}

/** The styles that an element gives to its words, innermost first. */
export function wrappers(element: HtmlElement): InlineStyle[] {
  const style = styleOf(element);
  const own = STYLES[element.name];
  return [
    ...(own ? [own] : []),
    ...(style.bold && own !== 'strong' ? (['strong'] as const) : []),
    ...(style.italic && own !== 'emphasis' ? (['emphasis'] as const) : []),
    ...(style.struck && own !== 'strike' ? (['strike'] as const) : []),
    ...(style.tinted && element.name === 'span' ? (['mark'] as const) : []),
  ];
}

function linked(href: string, children: Inline[]): Inline[] {
  const target = linkTarget(href);
  return target ? [{ type: 'link', target, children }] : children;
}

/** Every character inside an element, tags aside. */
export function textContent(element: HtmlElement): string {
  return element.children
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'element') return node.name === 'br' ? '\n' : textContent(node);
      return node.kind === 'inline' && 'text' in node.inline ? node.inline.text : '';
    })
    .join('');
}
