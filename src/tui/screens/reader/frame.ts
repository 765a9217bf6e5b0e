import { paint, paintLine, type Theme, themes, widthOf } from '../../../markdown/index.ts';
import { cutTo, cutToEnd } from '../../cut.ts';
import { marksOn } from './find.ts';
import { helpLines, lastHelpTop } from './help.ts';
import { outlineEntries } from './overlay.ts';
import { lastTop } from './scroll.ts';
import { bodyRows, marginOf, type ReaderState, type Size } from './state.ts';

const SMALLEST = { columns: 20, rows: 5 };

/** Columns of the title and the section, below which a hint is no longer worth them. */
const LEAST_WHEREABOUTS = 24;

/** The whole screen as painted lines, one fewer than the terminal has rows. `canTry`: whether it can be left for an exercise. */
export function frame(state: ReaderState, canTry = false): string[] {
  const { size, overlay } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const body =
    overlay?.kind === 'help'
      ? helpLines(size, overlay.top, theme)
      : overlay?.kind === 'outline'
        ? outlineLines(state, overlay, theme)
        : pageLines(state, theme);
  const rows = bodyRows(size);
  const filled = Array.from({ length: rows }, (_, row) => cutTo(body[row] ?? '', size.columns));
  return [...filled, statusLine(state, canTry, theme)];
}

function pageLines(state: ReaderState, theme: Theme): string[] {
  const { page, top, left, size, selected, search } = state;
  const margin = marginOf(size);
  const width = size.columns - margin;
  return page.lines
    .slice(top, top + bodyRows(size))
    .map(
      (line, row) =>
        ' '.repeat(margin) +
        paintLine(line, theme, { from: left, width, marks: marksOn(search, top + row), selected }),
    );
}

function outlineLines(
  state: ReaderState,
  { filter, at }: { filter: string; at: number },
  theme: Theme,
): string[] {
  const entries = outlineEntries(state, filter);
  const air = bodyRows(state.size) > 5 ? [''] : [];
  const rows = bodyRows(state.size) - 1 - 2 * air.length;
  const first = Math.max(0, Math.min(at - Math.floor(rows / 2), entries.length - rows));
  const shown = entries.slice(first, first + rows).map(({ depth, title }, row) => {
    const isChosen = first + row === at;
    const text = cutTo(`${'  '.repeat(depth - 1)}${title}`, state.size.columns - 5);
    return `  ${paint(isChosen ? '›' : ' ', ['bullet'], theme)} ${isChosen ? paint(text, ['selected'], theme) : text}`;
  });
  const heading = `  ${paint('Sections', ['heading1'], theme)}  ${filter === '' ? paint('type to filter', ['muted'], theme) : cutToEnd(filter, state.size.columns - 12)}`;
  return [
    ...air,
    heading,
    ...air,
    ...(shown.length > 0 ? shown : [`    ${paint('no section like that', ['muted'], theme)}`]),
  ];
}

function statusLine(state: ReaderState, canTry: boolean, theme: Theme): string {
  const { overlay, message, size } = state;
  if (overlay?.kind === 'prompt') return `/${cutToEnd(overlay.draft, size.columns - 3)}█`;
  if (message) return paint(cutTo(inOneLine(message), size.columns - 1), ['strong'], theme);
  const right = rightEnd(state, canTry);
  const room = roomBeside(right, size);
  if (room < 8) return paint(cutTo(` ${percent(state)}`, size.columns - 1), ['muted'], theme);
  const left = cutTo(inOneLine(whereabouts(state)), room);
  return paint(
    ` ${left}${' '.repeat(Math.max(0, room - widthOf(left)))} ${right}`,
    ['muted'],
    theme,
  );
}

function rightEnd(state: ReaderState, canTry: boolean): string {
  const { overlay, search, size, document } = state;
  const found = search ? `${search.current + 1}/${search.hits.length} “${search.words}”  ` : '';
  const where = `${found}${percent(state)}  `;
  const keys = `${keysOver(state)} `;
  const longer = `${where}x try  ${keys}`;
  const isOffered = canTry && !overlay && (document.exercises ?? 0) > 0;
  return isOffered && roomBeside(longer, size) >= LEAST_WHEREABOUTS ? longer : `${where}${keys}`;
}

function roomBeside(right: string, { columns }: Size): number {
  return columns - widthOf(right) - 2;
}

function keysOver({ overlay, size }: ReaderState): string {
  if (!overlay) return '? keys  q quit';
  const isHigh = overlay.kind === 'help' && lastHelpTop(size) > 0;
  return isHigh ? 'j k scroll  Esc closes' : 'Esc closes';
}

/** What links, files and titles are called may hold anything; a line break would tear the frame. */
function inOneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ');
}

function whereabouts({ document, page, top }: ReaderState): string {
  const section = page.outline.findLast(({ line, depth }) => depth > 1 && line <= top + 1);
  return section && section.title !== document.title
    ? `${document.title} › ${section.title}`
    : document.title;
}

function percent(state: ReaderState): string {
  const last = lastTop(state);
  return last === 0 ? 'all' : `${Math.round((100 * state.top) / last)}%`;
}
