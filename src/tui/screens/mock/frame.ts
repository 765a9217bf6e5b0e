import { paintLine, type Theme, themes } from '../../../markdown/index.ts';
import { keyLines } from '../../components/key-list.ts';
import { cutTo } from '../../cut.ts';
import { marginOf } from '../reader/state.ts';
import { bodyOf } from './body.ts';
import { chrome, lastLine } from './chrome.ts';
import { helpOf } from './keys.ts';
import { topOf } from './scroll.ts';
import type { MockState } from './state.ts';

const SMALLEST = { columns: 20, rows: 5 };

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function frame(state: MockState): string[] {
  const { size } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const { header, buttons, bodyRows } = chrome(state, theme);
  const { lines, hasMore } = shown(state, bodyRows, theme);
  const filled = Array.from({ length: bodyRows }, (_, row) =>
    cutTo(lines[row] ?? '', size.columns),
  );
  return [...header, ...filled, ...buttons, lastLine(state, hasMore, theme)];
}

function shown(
  state: MockState,
  rows: number,
  theme: Theme,
): { lines: string[]; hasMore: boolean } {
  const { overlay, size, leftColumn } = state;
  if (overlay?.kind === 'help') {
    const view = { columns: size.columns, rows, top: overlay.top };
    return { lines: keyLines(helpOf(state), view, theme), hasMore: false };
  }
  const body = bodyOf(state);
  const top = topOf(state, body);
  const margin = marginOf(size);
  const width = size.columns - margin;
  const view = { from: leftColumn, width, marks: [], selected: undefined };
  const lines = body.lines
    .slice(top, top + rows)
    .map((line) => ' '.repeat(margin) + paintLine(line, theme, view));
  return { lines, hasMore: top + rows < body.lines.length };
}
