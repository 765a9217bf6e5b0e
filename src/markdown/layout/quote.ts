import type { Quote } from '../ast.ts';
import { type Context, type DraftLine, inside, prefixed, span } from './draft.ts';

export function layoutQuote({ children }: Quote, context: Context): DraftLine[] {
  const inner = inside(context, 2, 'quote');
  const bar = span('│ ', 'border');
  return prefixed(context.stack(children, inner), bar, bar, context, inner);
}
