import { type LayoutOptions, layout } from '../../../src/markdown/layout/index.ts';
import { lineText } from '../../../src/markdown/paint.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';

const everything: LayoutOptions = { open: 'all', tools: {}, plain: false };

/** A Markdown text laid out, everything unfolded. */
export function pageOf(markdown: string, width: number, options: Partial<LayoutOptions> = {}) {
  return layout(parseMarkdown(markdown), width, { ...everything, ...options });
}

/** The lines of the page as a reader sees them, without the spaces at their ends. */
export function shown(markdown: string, width: number, options: Partial<LayoutOptions> = {}) {
  return pageOf(markdown, width, options).lines.map((line) => lineText(line).trimEnd());
}
