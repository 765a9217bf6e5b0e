/** The door for documents: document -> page -> painted lines. Text comes in by parsing.ts. */
export type { Block, Inline, LinkTarget, MarkdownDocument } from './ast.ts';
export { layout } from './layout/index.ts';
export { widthOf } from './layout/measure.ts';
export { loadTools, toolsNeeded } from './load-tools.ts';
export type { Line, OutlineEntry, Page, Target } from './page.ts';
export { lineText, type Mark, paintLine } from './paint.ts';
export { paint, type Theme, type ThemeName, themes } from './theme.ts';
export type { LayoutTools } from './tools.ts';
