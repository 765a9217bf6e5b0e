import { type Line, lineText, widthOf } from '../../../markdown/index.ts';
import { cutTo } from '../../cut.ts';

export type Span = Line['spans'][number];
export type Role = Span['roles'][number];

export function span(text: string, ...roles: readonly Role[]): Span {
  return { text, roles };
}

export function line(...spans: readonly Span[]): Line {
  return { spans: spans.filter(({ text }) => text !== '') };
}

/** The text, or as much as fits; most texts fit, and cutting takes long where a screen is drawn ten times a second. */
export function quicklyCut(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : cutTo(text, columns);
}

/** The text in exactly so many columns. */
export function fitted(text: string, columns: number): string {
  const part = quicklyCut(text, columns);
  return part + ' '.repeat(Math.max(0, columns - widthOf(part)));
}

export function lineWidth(of: Line): number {
  return widthOf(lineText(of));
}

/** Parts with a gap between them, in as many lines as they need; a part that is too wide is cut. */
export function flowed(parts: readonly Span[], columns: number, gap = '  '): Line[] {
  const lines: Span[][] = [];
  let used = columns;
  for (const part of parts) {
    const text = quicklyCut(part.text, columns);
    const wide = widthOf(text);
    const last = lines.at(-1);
    if (last && used + gap.length + wide <= columns) {
      last.push(span(gap), { ...part, text });
      used += gap.length + wide;
    } else {
      lines.push([{ ...part, text }]);
      used = wide;
    }
  }
  return lines.map((spans) => ({ spans }));
}
