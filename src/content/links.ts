import type { Token, Tokens } from 'marked';
import { type LocatedToken, topLevelTokens } from '../markdown/parsing.ts';
import { splitFrontMatter } from './front-matter.ts';

/** A link that leads somewhere in the content: to a topic, or to a file. */
export type Link = (
  | { readonly id: string }
  /** Decoded: it may hold any character. */
  | { readonly path: string }
) & {
  readonly line: number;
  readonly column: number;
};

/** The links of a sanitised content file, with their places in it. */
export function linksIn(text: string): Link[] {
  const { body, bodyLine } = splitFrontMatter(text);
  return topLevelTokens(body).flatMap((located) =>
    linksOf({ ...located, line: located.line + bodyLine - 1 }),
  );
}

function linksOf({ token, line }: LocatedToken): Link[] {
  const source = token.raw.replace(/^\n+/, '');
  const links: Link[] = [];
  let from = 0;
  const visit = (inner: Token): void => {
    if (!['link', 'image', 'wikiLink', 'codespan', 'code', 'html'].includes(inner.type)) {
      childrenOf(inner).forEach(visit);
      return;
    }
    // Quotes and lists take marks out of what spans lines; such a link is placed where the last one was.
    const found = source.indexOf(inner.raw, from);
    const at = found === -1 ? from : found;
    const target = targetOf(inner);
    const before = source.slice(0, at).split('\n');
    if (target)
      links.push({
        ...target,
        line: line + before.length - 1,
        column: (before.at(-1)?.length ?? 0) + 1,
      });
    // The words of a link may hold an image; code may hold what only looks like a link.
    from = inner.type === 'link' || found === -1 ? at : at + inner.raw.length;
    if (inner.type === 'link') childrenOf(inner).forEach(visit);
  };
  visit(token);
  return links;
}

function childrenOf(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [...header, ...rows.flat()].flatMap(({ tokens }) => tokens);
  }
  if (token.type === 'footnote') return (token as unknown as { content: Token[] }).content;
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

function targetOf(token: Token): { id: string } | { path: string } | undefined {
  if (token.type === 'wikiLink') return { id: String((token as unknown as { id: string }).id) };
  if (token.type !== 'link' && token.type !== 'image') return undefined;
  const href = (token as Tokens.Link | Tokens.Image).href.trim();
  const [path = ''] = href.split('#');
  const isElsewhere = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
  return path === '' || isElsewhere ? undefined : { path: decoded(path) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
