import { paintLine, type Theme, themes } from '../../../markdown/index.ts';
import { keyLines, lastKeysTop } from '../../components/key-list.ts';
import { headerLine, lastLine } from './chrome.ts';
import { helpOf } from './keys.ts';
import { bodyLines, rowsOf, topOf } from './scroll.ts';
import { quicklyCut } from './spans.ts';
import type { SimulationState } from './state.ts';

const SMALLEST = { columns: 20, rows: 6 };

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function frame(state: SimulationState): string[] {
  const { size } = state;
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, size.columns)];
  const theme = themes[state.theme];
  const rows = rowsOf(state);
  const { lines, hasMore } = shown(state, rows, theme);
  const filled = Array.from({ length: rows }, (_, row) =>
    quicklyCut(lines[row] ?? '', size.columns),
  );
  return [headerLine(state, theme), ...filled, lastLine(state, hasMore, theme)];
}

function shown(state: SimulationState, rows: number, theme: Theme) {
  const { view, size } = state;
  if (view.kind === 'help') {
    const help = helpOf(state);
    const lines = keyLines(help, { columns: size.columns, rows, top: view.top }, theme);
    return { lines, hasMore: view.top < lastKeysTop(help.length, rows) };
  }
  const all = bodyLines(state);
  const top = topOf(view, all.length, rows);
  const lines = all.slice(top, top + rows).map((line) => ` ${paintLine(line, theme)}`);
  return { lines, hasMore: top + rows < all.length };
}
