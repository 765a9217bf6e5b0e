/** Heavy renderers, loaded only when a document needs them, and passed to layout as values. */
import type { Span } from './page.ts';

/** Colours a code block: one list of spans for each line of the text; undefined for a language it doesn't know. */
export type Highlight = (
  text: string,
  language: string,
) => readonly (readonly Pick<Span, 'text' | 'roles'>[])[] | undefined;

/** Draws a mermaid diagram as lines of text not wider than `width` where that is possible; undefined when it can't be drawn. */
export type DrawMermaid = (source: string, width: number) => readonly string[] | undefined;

export interface LayoutTools {
  readonly highlight?: Highlight;
  readonly drawMermaid?: DrawMermaid;
}
