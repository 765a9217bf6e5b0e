import type { Box } from '../ast.ts';
import { type Context, type DraftLine, type DraftSpan, inside, prefixed, span } from './draft.ts';
import { inlineLines } from './inline.ts';
import { widest, widthOfSpans } from './measure.ts';
import { wrapSpans } from './wrap.ts';

/** Two columns of frame and one of air on each side. */
const FRAME = 4;
/** A bar and a column of air. */
const BAR = 2;
/** A frame in less than this would leave too little for words that have to be broken. */
const ROOMY = 24;

/** A frame around its content, as wide as that needs; a bar at its left when something in it is wider than the page. */
export function layoutBox({ title, children }: Box, context: Context): DraftLine[] {
  const heading = inlineLines(title, inside(context, 0, 'strong'));
  const inner = { ...inside(context, FRAME), width: context.width - FRAME };
  if (context.width < ROOMY && !fitsUnbroken(heading, children, inner))
    return barred(heading, context.stack(children, inside(context, BAR)), context);
  const body = context.stack(children, inner);
  if (widest(body.map(({ spans }) => spans)) > inner.width) return barred(heading, body, context);
  const [words = [], ...more] = heading.flatMap((spans) => wrapSpans(spans, inner.width - 2));
  const lines = [...more.map((spans): DraftLine => ({ spans })), ...body];
  const width = Math.max(widthOfSpans(words) + 2, widest(lines.map(({ spans }) => spans)));
  return [
    { spans: [span('╭─', 'border'), ...top(words, width + 1), span('╮', 'border')] },
    ...lines.map((line) => framed(line, width)),
    { spans: [span(`╰${'─'.repeat(width + 2)}╯`, 'border')] },
  ];
}

/** Whether a frame is no loss though it is narrow: looks at words only, or boxes in boxes would take for ever. */
function fitsUnbroken(
  heading: readonly (readonly DraftSpan[])[],
  children: Box['children'],
  inner: Context,
): boolean {
  return (
    widest(heading) + 2 <= inner.width &&
    children.every(
      (block) =>
        block.type === 'paragraph' && widest(inlineLines(block.children, inner)) <= inner.width,
    )
  );
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
  heading: readonly (readonly DraftSpan[])[],
  body: readonly DraftLine[],
  context: Context,
): DraftLine[] {
  const inner = inside(context, BAR);
  const title = heading
    .filter((spans) => spans.length > 0)
    .flatMap((spans) => wrapSpans(spans, inner.width))
    .map((spans): DraftLine => ({ spans }));
  const bar = span('│ ', 'border');
  return prefixed([...title, ...body], bar, bar, context, inner);
}
