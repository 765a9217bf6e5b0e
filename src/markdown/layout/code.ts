import type { Code, Mermaid } from '../ast.ts';
import { type Context, type DraftLine, type DraftSpan, span } from './draft.ts';
import { widest } from './measure.ts';
import { wrapSpans } from './wrap.ts';

const INDENT = 2;

/** Code and diagrams as they are written: never wrapped, set in a little where there is room. */
export function layoutCode({ language, text }: Code, context: Context): DraftLine[] {
  const role = language === '' || language === 'text' ? 'diagram' : 'codeBlock';
  const plain = text.split('\n').map((line): readonly DraftSpan[] => [span(line, role)]);
  return indented(context.tools.highlight?.(text, language) ?? plain, context);
}

/** A mermaid diagram drawn with text; its source where it can't be drawn. */
export function layoutMermaid({ source }: Mermaid, context: Context): DraftLine[] {
  const drawing = context.tools.drawMermaid?.(source, context.width - INDENT);
  if (drawing)
    return indented(
      drawing.map((line) => [span(line, 'diagram')]),
      context,
    );
  const note = wrapSpans([span('diagram source (mermaid)', 'muted')], context.width);
  return [
    ...note.map((spans): DraftLine => ({ spans })),
    ...layoutCode({ type: 'code', language: 'mermaid', text: source }, context),
  ];
}

function indented(lines: readonly (readonly DraftSpan[])[], context: Context): DraftLine[] {
  const indent = widest(lines) + INDENT <= context.width ? [span(' '.repeat(INDENT))] : [];
  return lines.map((spans) => ({
    spans: spans.some(({ text }) => text !== '') ? [...indent, ...spans] : [],
    scrolls: true,
  }));
}
