import { Marked, type Token, type TokenizerAndRendererExtension } from 'marked';
import markedFootnote from 'marked-footnote';

export interface LocatedToken {
  readonly token: Token;
  /** 1-based line of the text on which the token begins. */
  readonly line: number;
}

/** `[[topic-id]]`, `[[topic-id|words]]`, and the `[[Words]](/path/topic-id)` of other tools. */
export interface WikiLinkToken {
  type: 'wikiLink';
  raw: string;
  id: string;
  words: string;
}

const wikiLink: TokenizerAndRendererExtension = {
  name: 'wikiLink',
  level: 'inline',
  start: (source) => source.indexOf('[['),
  tokenizer(source) {
    const match = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\](?:\(([^()\s]*)\))?/.exec(source);
    if (!match) return undefined;
    const [raw, name = '', words = name, path] = match;
    const id = path === undefined ? name.trim() : (path.split('/').pop() ?? '');
    return { type: 'wikiLink', raw, id, words: words.trim() } satisfies WikiLinkToken;
  },
};

const plain = new Marked({ extensions: [wikiLink] });

/**
 * The top-level tokens of a sanitised text, each with its line. Text that Markdown's rules can't nest
 * that deep comes back as one code block, so that it can at least be read.
 */
export function topLevelTokens(text: string): LocatedToken[] {
  return locatedTokens(text, (marked, source) => marked.lexer(source));
}

/** The same blocks, with the words of their lines left as they are: several times as quick for who only looks for headings. */
export function topLevelBlocks(text: string): LocatedToken[] {
  return locatedTokens(text, (marked, source) =>
    new marked.Lexer(marked.defaults).blockTokens(source),
  );
}

type Lex = (marked: Marked, source: string) => Token[];

function locatedTokens(text: string, lex: Lex): LocatedToken[] {
  const marked = lexerFor(text);
  const located: LocatedToken[] = [];
  // Marked takes a last tab for a line, so the end is trimmed. The extension opens with a token that stands nowhere in the text, to which marked would add a first empty line.
  const start = /^\n*/.exec(text)?.[0].length ?? 0;
  let line = 1 + start;
  const source = text.slice(start).trimEnd();
  for (const token of lexOrQuote(() => lex(marked, source), source)) {
    if (token.type === 'footnotes') continue;
    located.push({ token, line: line + countLines(/^\n*/.exec(token.raw)?.[0] ?? '') });
    line += countLines(token.raw);
  }
  return located;
}

/** The inline tokens of a short text, such as the words between two HTML tags. */
export function inlineTokens(text: string): Token[] {
  return plain.Lexer.lexInline(text, plain.defaults);
}

/** The footnote extension keeps state from one text to the next, so each text that has any gets a lexer of its own. */
function lexerFor(text: string): Marked {
  return text.includes('[^') ? new Marked({ extensions: [wikiLink] }).use(markedFootnote()) : plain;
}

function lexOrQuote(lex: () => Token[], text: string): Token[] {
  try {
    return lex();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: 'code', raw: text, text, lang: '' }];
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
