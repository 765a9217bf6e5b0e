import type { MarkdownDocument } from '../ast.ts';
import type { Line, OutlineEntry, Page, Span, Target } from '../page.ts';
import type { LayoutTools } from '../tools.ts';
import { stackBlocks } from './blocks.ts';
import type { DraftLine, DraftSpan, DraftTarget } from './draft.ts';

export interface LayoutOptions {
  /** Keys of the details that are unfolded. */
  readonly open: 'all' | ReadonlySet<string>;
  readonly tools: LayoutTools;
  /** There are no looks and no links: struck words keep their marks, web links their addresses. */
  readonly plain: boolean;
}

/** Lays a document out at a width of at least 20 columns. Only lines that scroll may be wider. */
export function layout(document: MarkdownDocument, width: number, options: LayoutOptions): Page {
  const context = {
    ...options,
    width: Math.max(20, width),
    roles: [],
    lists: 0,
    columns: 0,
    depth: 0,
    stack: stackBlocks,
  };
  return paginate(stackBlocks(document.blocks, context), context.width);
}

/** Numbers the targets in reading order and notes where headings stand. */
function paginate(drafts: readonly DraftLine[], width: number): Page {
  const numbers = new Map<DraftTarget, number>();
  const targets: Target[] = [];
  const outline: OutlineEntry[] = [];
  const lines = drafts.map((draft, line): Line => {
    for (const heading of draft.headings ?? []) outline.push({ ...heading, line });
    const spans = draft.spans.filter(({ text }) => text !== '').map((span) => number(span, line));
    return draft.scrolls ? { spans, scrolls: true } : { spans };
  });
  return { width, lines, outline, targets };

  function number({ target, text, roles }: DraftSpan, line: number): Span {
    if (!target) return { text, roles };
    const known = numbers.get(target);
    if (known !== undefined) return { text, roles, target: known };
    numbers.set(target, targets.length);
    targets.push({ ...target, line });
    return { text, roles, target: targets.length - 1 };
  }
}
