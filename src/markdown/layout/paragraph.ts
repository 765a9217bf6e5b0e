import type { Inline } from '../ast.ts';
import type { Context, DraftLine } from './draft.ts';
import { inlineLines } from './inline.ts';
import { wrapSpans } from './wrap.ts';

/** Text wrapped to the width. */
export function layoutParagraph(children: readonly Inline[], context: Context): DraftLine[] {
  return inlineLines(children, context).flatMap((spans) =>
    wrapSpans(spans, context.width).map((line) => ({ spans: line })),
  );
}
