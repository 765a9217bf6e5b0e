import type { Heading } from '../ast.ts';
import { inlineText } from '../inline-text.ts';
import type { Role } from '../page.ts';
import { type Context, type DraftLine, inside, span } from './draft.ts';
import { layoutParagraph } from './paragraph.ts';

const ROLES: readonly Role[] = ['heading1', 'heading2', 'heading3', 'heading4'];

/** The first two depths are ruled off below, so that they are found at a glance without colour. */
export function layoutHeading({ depth, id, children }: Heading, context: Context): DraftLine[] {
  const role = ROLES[depth - 1] ?? 'heading4';
  const [first = { spans: [] }, ...rest] = layoutParagraph(children, inside(context, 0, role));
  const lines: DraftLine[] = [
    { ...first, headings: [{ id, depth, title: inlineText(children) }] },
    ...rest,
  ];
  if (depth === 1) lines.push({ spans: [span('━'.repeat(context.width), role)] });
  if (depth === 2) lines.push({ spans: [span('─'.repeat(context.width), 'border')] });
  return lines;
}
