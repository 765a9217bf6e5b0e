/** The door of the room: Markdown -> document -> page -> painted lines. */
export type { Block, Inline, LinkTarget, MarkdownDocument } from './ast.ts';
export { inlineText } from './inline-text.ts';
export { layout } from './layout/index.ts';
export { widthOf } from './layout/measure.ts';
export { type LocatedToken, topLevelTokens } from './lex.ts';
export { loadTools, toolsNeeded } from './load-tools.ts';
export type { Line, OutlineEntry, Page, Target } from './page.ts';
export { lineText, type Mark, paintLine } from './paint.ts';
export { parseMarkdown } from './parse.ts';
export { sanitize } from './sanitize.ts';
export { paint, type Theme, type ThemeName, themes } from './theme.ts';
export type { LayoutTools } from './tools.ts';
