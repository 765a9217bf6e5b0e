import { paint, paintLine, type Theme, themes } from '../../../markdown/index.ts';
import { keyLines } from '../../components/key-list.ts';
import { oneLine } from '../../components/one-line.ts';
import { cutTo } from '../../cut.ts';
import { marginOf } from '../reader/state.ts';
import { bodyOf } from './body.ts';
import { chrome, lastLine } from './chrome.ts';
import { helpOf } from './keys.ts';
import { topOf } from './scroll.ts';
import type { Overlay, QuizState } from './state.ts';

const SMALLEST = { columns: 20, rows: 5 };

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function frame(state: QuizState): string[] {
  const { size } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const { header, buttons, hasLastLine, bodyRows } = chrome(state, theme);
  const { lines, more } = shown(state, bodyRows, theme);
  const filled = Array.from({ length: bodyRows }, (_, row) =>
    cutTo(lines[row] ?? '', size.columns),
  );
  const last = hasLastLine ? [lastLine(state, more, theme)] : [];
  return [...header, ...filled, ...buttons, ...last];
}

function shown(state: QuizState, rows: number, theme: Theme): { lines: string[]; more: string } {
  const { overlay, size } = state;
  if (overlay?.kind === 'help') {
    const view = { columns: size.columns, rows, top: overlay.top };
    return { lines: keyLines(helpOf(state), view, theme), more: '' };
  }
  if (overlay?.kind === 'hits')
    return { lines: hitLines(overlay, size.columns, rows, theme), more: '' };
  const body = bodyOf(state);
  const top = topOf(state, body);
  const margin = marginOf(size);
  const view = {
    from: state.leftColumn,
    width: size.columns - margin,
    marks: [],
    selected: undefined,
  };
  const lines = body.lines
    .slice(top, top + rows)
    .map((line) => ' '.repeat(margin) + paintLine(line, theme, view));
  const more = (top > 0 ? '↑' : '') + (top + rows < body.lines.length ? '↓' : '');
  return { lines, more };
}

function hitLines(
  { words, hits, at }: Extract<Overlay, { kind: 'hits' }>,
  columns: number,
  rows: number,
  theme: Theme,
): string[] {
  const title = ` ${paint(cutTo(`Found: ${words}`, columns - 2), ['heading1'], theme)}`;
  const room = Math.max(1, rows - 1);
  const first = Math.max(0, Math.min(at - Math.floor(room / 2), hits.length - room));
  const lines = hits.slice(first, first + room).map((hit, row) => {
    const isChosen = first + row === at;
    const name = cutTo(oneLine(hit.title), Math.floor(columns / 2));
    const context = cutTo(oneLine(`${hit.topic}: ${hit.context}`), columns);
    const mark = paint(isChosen ? '›' : ' ', ['bullet'], theme);
    return ` ${mark} ${paint(name, [isChosen ? 'selected' : 'strong'], theme)}  ${paint(context, ['muted'], theme)}`;
  });
  return rows === 1 ? lines : [title, ...lines];
}
