import { Marked, type Tokens } from 'marked';
import markedFootnote from 'marked-footnote';
import { topLevelTokens } from '../../markdown/lex.ts';
import { sanitize } from '../../markdown/sanitize.ts';

/** Tags that only mark words; without attributes they can do nothing else. */
const HARMLESS = /^<\/?(?:b|br|code|del|em|i|kbd|li|ol|p|small|strong|sub|sup|u|ul)\s*\/?>$/i;

const marked = new Marked({
  extensions: [{ name: 'wikiLink', renderer: (token) => escaped(token.words as string) }],
  renderer: {
    html: ({ text }) => withoutHarm(text),
    // A picture would have to be brought along, and one on the net would tell somebody.
    image: ({ text }) => escaped(text),
    link(token: Tokens.Link) {
      const words = this.parser.parseInline(token.tokens);
      return /^https?:\/\//i.test(token.href)
        ? `<a href="${escaped(token.href)}">${words}</a>`
        : words;
    },
  },
}).use(markedFootnote());

/** Markdown as HTML that can be shown anywhere: no scripts, no styles, no attributes but addresses of the web. */
export function htmlOf(markdown: string): string {
  const tokens = topLevelTokens(sanitize(markdown)).map(({ token }) => token);
  return marked.parser(tokens).trim();
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function withoutHarm(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/(<[^<>]*>)/)
    .map((part, index) => {
      const isTag = index % 2 === 1;
      if (!isTag) return part.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return HARMLESS.test(part) ? part : '';
    })
    .join('');
}
