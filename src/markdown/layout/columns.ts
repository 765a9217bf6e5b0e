import type { Block, Columns } from '../ast.ts';
import { inlineText } from '../inline-text.ts';
import { blankLine, type Context, type DraftLine, inside, span } from './draft.ts';
import { widest, widthOfSpans } from './measure.ts';

const GAP = 2;
/** An area narrower than this is no pleasure to read. */
const READABLE = 24;
/** An area this short (an arrow, a number) keeps its own width. */
const SHORT = 16;
/** Each level of columns in columns is laid out more than once, so that there may not be many. */
const DEEPEST = 3;

/** Areas side by side where each has room to be read, else one under the other. */
export function layoutColumns({ columns }: Columns, outer: Context): DraftLine[] {
  const context = { ...outer, columns: outer.columns + 1 };
  if (context.columns > DEEPEST) return stacked(columns, context);
  const widths = shareOut(
    columns.map((area) => naturalWidth(area, context)),
    context.width,
  );
  if (!widths) return stacked(columns, context);
  const areas = columns.map((area, index) =>
    context.stack(area, { ...inside(context, 0), width: widths[index] ?? READABLE }),
  );
  if (areas.some((lines, index) => widest(lines.map(({ spans }) => spans)) > (widths[index] ?? 0)))
    return stacked(columns, context);
  const height = Math.max(...areas.map((lines) => lines.length));
  const centred = areas.map((lines) =>
    lines.length === 1 ? [...Array(Math.floor((height - 1) / 2)).fill(blankLine), ...lines] : lines,
  );
  return Array.from({ length: height }, (_, row) =>
    sideBySide(
      centred.map((lines) => lines[row] ?? blankLine),
      widths,
    ),
  );
}

function naturalWidth(area: readonly Block[], context: Context): number {
  const lines = context.stack(area, { ...inside(context, 0), width: 1000 });
  return Math.max(1, widest(lines.map(({ spans }) => spans)));
}

/** Widths that fit side by side, or undefined when some area would get too little. */
function shareOut(natural: readonly number[], width: number): number[] | undefined {
  const room = width - GAP * (natural.length - 1);
  if (sum(natural) <= room) return [...natural];
  const long = natural.filter((columns) => columns > SHORT);
  const share = Math.floor(
    (room - sum(natural.filter((columns) => columns <= SHORT))) / long.length,
  );
  if (share < READABLE) return undefined;
  return natural.map((columns) => (columns > SHORT ? Math.min(share, columns) : columns));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function sideBySide(lines: readonly DraftLine[], widths: readonly number[]): DraftLine {
  const spans = lines.flatMap((line, index) => {
    const last = index === lines.length - 1;
    const air = last ? 0 : (widths[index] ?? 0) - widthOfSpans(line.spans) + GAP;
    return [...line.spans, span(' '.repeat(air))];
  });
  return { spans, headings: lines.flatMap((line) => line.headings ?? []) };
}

/** Under each other, an arrow to the right points down. */
function stacked(columns: readonly (readonly Block[])[], context: Context): DraftLine[] {
  return context.stack(
    columns.flatMap((area) => area.map(turned)),
    inside(context, 0),
  );
}

function turned(block: Block): Block {
  if (block.type !== 'paragraph' || !/^[^→⟶]{0,20}[→⟶]$/.test(inlineText(block.children).trim()))
    return block;
  const words = inlineText(block.children).replace(/[→⟶]/, '').trim();
  return { type: 'paragraph', children: [{ type: 'text', text: words ? `↓ ${words}` : '↓' }] };
}
