/** The door for text: Markdown -> document. It is apart from the other, because parsers take time to load. */
export { inlineText } from './inline-text.ts';
export { type LocatedToken, topLevelBlocks, topLevelTokens } from './lex.ts';
export { parseMarkdown } from './parse.ts';
export { sanitize } from './sanitize.ts';
