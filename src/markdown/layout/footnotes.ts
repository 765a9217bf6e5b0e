import type { Footnotes } from '../ast.ts';
import { type Context, type DraftLine, inside, prefixed, span } from './draft.ts';
import { widest, widthOfSpans } from './measure.ts';
import { wrapSpans } from './wrap.ts';

/** A longer label stands on a line of its own. */
const LONG_LABEL = 6;

/** The notes under a short rule, each behind the number that the text refers to. */
export function layoutFootnotes({ notes }: Footnotes, context: Context): DraftLine[] {
  const rule: DraftLine = { spans: [span('─'.repeat(Math.min(20, context.width)), 'border')] };
  const labels = notes.map(({ label }) => [span(`[${label}]`, 'muted')]);
  const inOneColumn = labels.filter((label) => widthOfSpans(label) <= LONG_LABEL);
  const columns = Math.max(1, widest(inOneColumn)) + 1;
  const inner = inside(context, columns);
  const air = span(' '.repeat(columns));
  return [rule, ...notes.flatMap(({ children }, index) => note(children, labels[index] ?? []))];

  function note(children: Footnotes['notes'][number]['children'], label: DraftLine['spans']) {
    const body = context.stack(children, inner);
    const [head = span('')] = label;
    const width = widthOfSpans(label);
    if (width >= columns || inner.width === context.width) {
      const above = wrapSpans(label, context.width).map((spans): DraftLine => ({ spans }));
      return [...above, ...prefixed(body, air, air, context, inner)];
    }
    const first = { ...head, text: `${' '.repeat(columns - 1 - width)}${head.text} ` };
    return prefixed(body.length > 0 ? body : [{ spans: [] }], first, air, context, inner);
  }
}
