import type { Footnotes } from '../ast.ts';
import { type Context, type DraftLine, inside, prefixed, span } from './draft.ts';
import { widthOf } from './measure.ts';

/** The notes under a short rule, each behind the number that the text refers to. */
export function layoutFootnotes({ notes }: Footnotes, context: Context): DraftLine[] {
  const rule: DraftLine = { spans: [span('─'.repeat(Math.min(20, context.width)), 'border')] };
  const columns = Math.max(...notes.map(({ label }) => widthOf(label))) + 3;
  return [
    rule,
    ...notes.flatMap(({ label, children }) => {
      const inner = inside(context, columns);
      const first = span(`[${label}] `.padStart(columns), 'muted');
      return prefixed(
        context.stack(children, inner),
        first,
        span(' '.repeat(columns)),
        context,
        inner,
      );
    }),
  ];
}
