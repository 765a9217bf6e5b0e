import { widthOf } from './layout/measure.ts';
import type { Line, Role, Span } from './page.ts';
import { paint, type Theme } from './theme.ts';

/** A search hit, in UTF-16 offsets of the line's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly current: boolean;
}

export interface LineView {
  /** First column shown; 0 unless the line scrolls sideways. */
  readonly from: number;
  /** Columns there are to show it. */
  readonly width: number;
  readonly marks: readonly Mark[];
  /** Index of the target that is selected on the page. */
  readonly selected: number | undefined;
}

export function lineText(line: Line): string {
  return line.spans.map((span) => span.text).join('');
}

/** The line as a string for the terminal; without a view, the whole of it. */
export function paintLine(line: Line, theme: Theme, view?: LineView): string {
  if (!view) return line.spans.map((span) => paint(span.text, span.roles, theme)).join('');
  const selected = line.spans.map((span) =>
    span.target === undefined || span.target !== view.selected ? span : withRole(span, 'selected'),
  );
  const from = line.scrolls ? view.from : 0;
  const shown = cut(marked(selected, view.marks), from, from + view.width);
  return shown.map((span) => paint(span.text, span.roles, theme)).join('');
}

function withRole(span: Span, role: Role): Span {
  return { ...span, roles: [...span.roles, role] };
}

/** Splits spans where a mark begins or ends. */
function marked(spans: readonly Span[], marks: readonly Mark[]): Span[] {
  if (marks.length === 0) return [...spans];
  let at = 0;
  return spans.flatMap((span) => {
    const start = at;
    at += span.text.length;
    const edges = [start, at, ...marks.flatMap((mark) => [mark.start, mark.end])].filter(
      (edge) => edge >= start && edge <= at,
    );
    const cuts = [...new Set(edges)].sort((a, b) => a - b);
    return cuts.slice(1).map((end, index): Span => {
      const begin = cuts[index] ?? start;
      const mark = marks.find((candidate) => candidate.start <= begin && end <= candidate.end);
      const piece = { ...span, text: span.text.slice(begin - start, end - start) };
      return mark ? withRole(piece, mark.current ? 'currentHit' : 'hit') : piece;
    });
  });
}

/** What stands in the columns from `from` up to `to`; a wide character that is cut in two becomes a space. */
function cut(spans: readonly Span[], from: number, to: number): Span[] {
  const width = spans.reduce((sum, span) => sum + widthOf(span.text), 0);
  if (from === 0 && width <= to) return [...spans];
  const more = width > to;
  let column = 0;
  const parts = spans.map((span): Span => {
    const start = column;
    column += widthOf(span.text);
    return { ...span, text: cutText(span.text, from - start, to - (more ? 1 : 0) - start) };
  });
  return more ? [...parts, { text: '›', roles: ['muted'] }] : parts;
}

function cutText(text: string, from: number, to: number): string {
  if (to <= 0) return '';
  let column = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const width = widthOf(segment);
    const whole = column >= from && column + width <= to;
    const part = Math.min(column + width, to) - Math.max(column, from);
    kept += whole ? segment : ' '.repeat(Math.max(0, part));
    column += width;
    if (column >= to) break;
  }
  return kept;
}
