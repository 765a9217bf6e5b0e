import type { Inline, LayoutTools, Line, MarkdownDocument } from '../../../markdown/index.ts';
import { layout } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { oneLine } from '../../components/one-line.ts';

/** Some lines of the question's page. */
export interface Part {
  readonly lines: readonly Line[];
  /** Index of the option, item, gap or key point that they show. */
  readonly item?: number;
  /** Line with the cursor of a field. */
  readonly cursor?: number;
  /** The answer begins here. */
  readonly isAnswer?: boolean;
}

/** What texts are laid out for. */
export interface Paper {
  readonly width: number;
  readonly tools: LayoutTools;
}

type Span = Line['spans'][number];
type Style = Extract<Inline, { children: readonly Inline[] }>['type'];

export const gap: Part = { lines: [{ spans: [] }] };

export function documentLines(
  document: MarkdownDocument,
  { width, tools }: Paper,
): readonly Line[] {
  return layout(document, width, { open: 'all', tools, plain: false }).lines;
}

export function text(document: MarkdownDocument, paper: Paper): Part {
  return { lines: documentLines(document, paper) };
}

/** Plain words, wrapped. */
export function words(sentence: string, style: Exclude<Style, 'link'>, paper: Paper): Part {
  const children = [
    { type: style, children: [{ type: 'text', text: oneLine(sentence) } as const] },
  ];
  return text({ blocks: [{ type: 'paragraph', children }] }, paper);
}

export function heading(title: string): Part {
  return { lines: [{ spans: [] }, { spans: [{ text: title, roles: ['heading2'] }] }] };
}

/** Lines behind a mark. */
export function marked(
  mark: readonly Span[],
  lines: (paper: Paper) => readonly Line[],
  paper: Paper,
): Line[] {
  const room = paper.width - mark.reduce((sum, { text }) => sum + text.length, 0);
  return hanging(mark, lines({ ...paper, width: room }));
}

/** The arrow before the item that the learner is at. */
export function pointer(isHere: boolean): Span {
  return { text: isHere ? '› ' : '  ', roles: ['bullet'] };
}
