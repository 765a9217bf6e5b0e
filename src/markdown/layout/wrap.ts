import { wrapAnsi } from 'fast-wrap-ansi';
import type { DraftSpan } from './draft.ts';
import { widthOf } from './measure.ts';

/** Breaks a run of spans into lines of at most `width` columns, between words where that is possible. */
export function wrapSpans(spans: readonly DraftSpan[], width: number): DraftSpan[][] {
  const text = spans.map((span) => span.text).join('');
  if (widthOf(text) <= width) return [trimmed(spans, text)];
  const lines: DraftSpan[][] = [];
  let at = 0;
  for (const line of wrapText(text, width)) {
    // The library drops the spaces at which it breaks, and nothing else.
    while (text[at] === ' ' && !text.startsWith(line, at)) at += 1;
    lines.push(slice(spans, at, at + line.length));
    at += line.length;
  }
  return lines;
}

/** The library measures some emoji narrower than terminals draw them; then it is asked for shorter lines. */
function wrapText(text: string, width: number): string[] {
  for (let columns = width; columns > 1; columns -= 1) {
    const lines = wrapAnsi(text, columns, { hard: true }).split('\n');
    if (lines.every((line) => widthOf(line) <= width)) return lines;
  }
  return wrapAnsi(text, 1, { hard: true }).split('\n');
}

function trimmed(spans: readonly DraftSpan[], text: string): DraftSpan[] {
  const end = text.trimEnd().length;
  return end === text.length ? [...spans] : slice(spans, 0, end);
}

/** The spans between two offsets of their joined text. */
function slice(spans: readonly DraftSpan[], from: number, to: number): DraftSpan[] {
  const parts: DraftSpan[] = [];
  let start = 0;
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (text !== '') parts.push({ ...span, text });
    start += span.text.length;
    if (start >= to) break;
  }
  return parts;
}
