import { paint, paintLine, type Theme, themes } from '../../../markdown/index.ts';
import { keyHints, keyLines } from '../../components/key-list.ts';
import { cutTo } from '../../cut.ts';
import { HINTS, KEYS } from './keys.ts';
import { homeLines } from './lines.ts';
import { bodyRows, type HomeState } from './state.ts';

const SMALLEST = { columns: 20, rows: 6 };

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function homeFrame(state: HomeState): string[] {
  const { size, keysTop } = state;
  const { columns } = size;
  if (columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, columns)];
  const theme = themes[state.theme];
  const rows = bodyRows(size);
  const { lines, below } =
    keysTop === undefined
      ? today(state, rows, theme)
      : { lines: keyLines(KEYS, { columns, rows, top: keysTop }, theme), below: 0 };
  const more = below > 0 ? `  ↓ ${below} more line${below === 1 ? '' : 's'}` : '';
  const hints = keysTop === undefined ? keyHints(HINTS, columns - 3) : 'Esc closes';
  return [
    ...Array.from({ length: rows }, (_, row) => cutTo(lines[row] ?? '', columns)),
    paint(cutTo(more, columns - 1), ['muted'], theme),
    paint(cutTo(`  ${hints}`, columns - 1), ['muted'], theme),
  ];
}

function today({ view, size, top }: HomeState, rows: number, theme: Theme) {
  const all = homeLines(view, size);
  const lines = all.slice(top, top + rows).map((line) => paintLine(line, theme));
  return { lines, below: all.length - top - lines.length };
}
