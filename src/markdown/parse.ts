import type { Token } from 'marked';
import type { Block, Footnotes, MarkdownDocument } from './ast.ts';
import { toBlocks } from './blocks.ts';
import { Identity } from './identity.ts';
import { topLevelTokens } from './lex.ts';
import { sanitize } from './sanitize.ts';

interface FootnoteToken {
  readonly type: 'footnote';
  readonly refs: readonly { readonly id: string }[];
  readonly label: string;
  readonly content: Token[];
}

/**
 * Parses any Markdown, without front matter, into a document. `prefix` goes before the names of its headings and details,
 * for a text that becomes a part of another document. Never throws: a text whose nesting is deeper
 * than the machine can follow is shown as it is written.
 */
export function parseMarkdown(text: string, prefix = ''): MarkdownDocument {
  const safe = sanitize(text);
  const tokens = topLevelTokens(safe).map(({ token }) => token);
  try {
    const identity = new Identity(prefix);
    return { blocks: [...toBlocks(tokens, identity), ...footnotesOf(tokens, identity)] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { blocks: [{ type: 'code', language: '', text: safe }] };
  }
}

/** All footnotes stand together at the end, under the number that the text refers to them by. */
function footnotesOf(tokens: readonly object[], identity: Identity): Block[] {
  const notes = tokens.filter(isFootnote).map((token): Footnotes['notes'][number] => ({
    label: token.refs[0]?.id ?? token.label,
    children: toBlocks(token.content, identity),
  }));
  return notes.length > 0 ? [{ type: 'footnotes', notes }] : [];
}

function isFootnote(token: object): token is FootnoteToken {
  return 'type' in token && token.type === 'footnote';
}
