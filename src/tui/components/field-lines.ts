import { type Line, widthOf } from '../../markdown/index.ts';
import type { TextField } from './text-field.ts';

interface Row {
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter();

/** A typed text in lines not wider than `width`. */
export function textLines(text: string, width: number): Line[] {
  return rows(text, width).map(({ start, end }) => line(text.slice(start, end)));
}

/** A field that is being typed in, with its cursor, which stands on the line `cursor`. */
export function fieldLines(
  { text, at }: TextField,
  width: number,
): { lines: Line[]; cursor: number } {
  // One column stays free for a cursor at a line's end.
  const all = rows(text, Math.max(2, width) - 1);
  const cursor = all.findLastIndex(({ start }) => start <= at);
  const lines = all.map(({ start, end }, index) =>
    index === cursor
      ? lineWithCursor(text.slice(start, end), at - start)
      : line(text.slice(start, end)),
  );
  return { lines, cursor };
}

function line(text: string): Line {
  return { spans: text === '' ? [] : [{ text, roles: [] }] };
}

function lineWithCursor(text: string, at: number): Line {
  const under = [...segmenter.segment(text.slice(at))][0]?.segment ?? '';
  const cursor =
    under === '' ? { text: '█', roles: [] } : { text: under, roles: ['selected' as const] };
  const spans = [
    { text: text.slice(0, at), roles: [] },
    cursor,
    { text: text.slice(at + under.length), roles: [] },
  ];
  return { spans: spans.filter((span) => span.text !== '') };
}

/** Where the lines of a text begin and end; long ones are broken after a space, where there is one. */
function rows(text: string, width: number): Row[] {
  let offset = 0;
  return text.split('\n').flatMap((written) => {
    const start = offset;
    offset += written.length + 1;
    return broken(written, width).map((row) => ({
      start: start + row.start,
      end: start + row.end,
    }));
  });
}

function broken(text: string, width: number): Row[] {
  const found: Row[] = [];
  let start = 0;
  let afterSpace = 0;
  let columns = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const wide = widthOf(segment);
    while (columns + wide > width && index > start) {
      const end = afterSpace > start ? afterSpace : index;
      found.push({ start, end });
      start = end;
      columns = widthOf(text.slice(start, index));
    }
    columns += wide;
    if (segment === ' ') afterSpace = index + 1;
  }
  return [...found, { start, end: text.length }];
}
