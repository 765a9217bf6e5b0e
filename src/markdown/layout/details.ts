import type { Details } from '../ast.ts';
import { type Context, type DraftLine, type DraftTarget, inside, prefixed, span } from './draft.ts';
import { layoutParagraph } from './paragraph.ts';

/** A line that opens and closes what it sums up. */
export function layoutDetails({ key, summary, children }: Details, context: Context): DraftLine[] {
  const open = context.open === 'all' || context.open.has(key);
  const target: DraftTarget = { kind: 'details', key, open };
  const inner = inside(context, 2);
  const air = span('  ');
  const title = layoutParagraph(
    summary,
    inside({ ...context, width: inner.width }, 0, 'summary'),
  ).map((line) => ({
    ...line,
    spans: line.spans.map((part) => ({ ...part, target })),
  }));
  const sign = { ...span(open ? '▾ ' : '▸ ', 'summary'), target };
  const head = prefixed(title, sign, air, context, inner);
  if (!open) return head;
  return [
    ...head,
    { spans: [] },
    ...prefixed(context.stack(children, inner), air, air, context, inner),
  ];
}
