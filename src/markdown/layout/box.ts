import type { Box } from '../ast.ts';
import { type Context, type DraftLine, type DraftSpan, inside, prefixed, span } from './draft.ts';
import { inlineLines } from './inline.ts';
import { widthOfSpans } from './measure.ts';
import { wrapSpans } from './wrap.ts';

/** Two columns of frame and one of air on each side. */
const FRAME = 4;

/** A frame around its content, as wide as that needs; a bar at its left when something in it is wider than the page. */
export function layoutBox({ title, children }: Box, context: Context): DraftLine[] {
  const inner = inside(context, FRAME);
  const body = context.stack(children, inner);
  const heading = inlineLines(title, inside(context, 0, 'strong')).flat();
  if (
    inner.width === context.width ||
    body.some((line) => widthOfSpans(line.spans) > inner.width)
  ) {
    return barred(heading, body, context);
  }
  const [words = [], ...more] = wrapSpans(heading, inner.width - 2);
  const lines = [...more.map((spans): DraftLine => ({ spans })), ...body];
  const width = Math.max(widthOfSpans(words) + 2, ...lines.map((line) => widthOfSpans(line.spans)));
  return [
    { spans: [span('╭─', 'border'), ...top(words, width + 1), span('╮', 'border')] },
    ...lines.map((line) => framed(line, width)),
    { spans: [span(`╰${'─'.repeat(width + 2)}╯`, 'border')] },
  ];
}

function top(words: readonly DraftSpan[], columns: number): DraftSpan[] {
  if (words.length === 0) return [span('─'.repeat(columns), 'border')];
  return [
    span(' '),
    ...words,
    span(' '),
    span('─'.repeat(columns - widthOfSpans(words) - 2), 'border'),
  ];
}

function framed(line: DraftLine, width: number): DraftLine {
  const air = ' '.repeat(width - widthOfSpans(line.spans) + 1);
  const { scrolls: _, ...rest } = line;
  return { ...rest, spans: [span('│ ', 'border'), ...line.spans, span(air), span('│', 'border')] };
}

function barred(
  heading: readonly DraftSpan[],
  body: readonly DraftLine[],
  context: Context,
): DraftLine[] {
  const inner = inside(context, 2);
  const title =
    heading.length > 0
      ? wrapSpans(heading, inner.width).map((spans): DraftLine => ({ spans }))
      : [];
  const bar = span('│ ', 'border');
  return prefixed([...title, ...body], bar, bar, context, inner);
}
