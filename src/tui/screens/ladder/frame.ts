import { paint, paintLine, type Theme, themes, widthOf } from '../../../markdown/index.ts';
import { keyHints, keyLines } from '../../components/key-list.ts';
import { cutTo, cutToEnd } from '../../cut.ts';
import { KEYS } from './keys.ts';
import { ladderLines } from './lines.ts';
import { airRows, bodyRows } from './rows.ts';
import { type LadderState, listed } from './state.ts';

const SMALLEST = { columns: 20, rows: 6 };
const LONGEST_BAR = 24;

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function ladderFrame(state: LadderState): string[] {
  const { size, keysTop } = state;
  const { columns } = size;
  if (columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return ['too small'.slice(0, columns)];
  const theme = themes[state.theme];
  const rows = bodyRows(size);
  const lines =
    keysTop === undefined
      ? listLines(state, rows, theme)
      : keyLines(KEYS, { columns, rows, top: keysTop }, theme);
  const air = Array<string>(airRows(size)).fill('');
  return [
    headerLine(state, theme),
    ...air,
    ...Array.from({ length: rows }, (_, row) => cutTo(lines[row] ?? '', columns)),
    ...air,
    lastLine(state, theme),
  ];
}

/** How many are done, as a bar where there is room, and in words. */
function headerLine({ view, size }: LadderState, theme: Theme): string {
  const all = view.rows.length;
  const done = view.rows.filter(({ state }) => state === 'passed' || state === 'due').length;
  const words = `${done} of ${all} done`;
  const title = 'Exercises';
  const room = Math.min(LONGEST_BAR, size.columns - widthOf(title) - widthOf(words) - 7);
  const bar = room >= 5 ? `${progressBar(done, all, room)}  ` : '';
  const line = ` ${paint(title, ['heading1'], theme)}  ${paint(bar, ['taskDone'], theme)}${paint(words, ['strong'], theme)}`;
  return cutTo(line, size.columns - 1);
}

/** What is more than none is seen, what is less than all doesn't look so. */
function progressBar(done: number, all: number, columns: number): string {
  const exact = all === 0 ? 0 : Math.round((done / all) * columns);
  const full = done === all ? exact : Math.min(columns - 1, exact);
  const filled = done > 0 ? Math.max(1, full) : 0;
  return '█'.repeat(filled) + '░'.repeat(columns - filled);
}

/** The row that the learner is at is in view, and of its topic the name where it fits. */
function listLines(state: LadderState, rows: number, theme: Theme): string[] {
  const { lines, at } = ladderLines(state);
  const middle = at - Math.floor(rows / 2);
  const first = Math.max(0, Math.min(middle, lines.length - rows));
  return lines.slice(first, first + rows).map((line) => paintLine(line, theme));
}

/** What is typed, or the keys. */
function lastLine(state: LadderState, theme: Theme): string {
  const { size, isTyping, filter, shown, keysTop } = state;
  const room = size.columns - 2;
  if (keysTop !== undefined)
    return paint(cutTo(' j k scroll  Esc closes', size.columns), ['muted'], theme);
  if (isTyping) return ` /${cutToEnd(filter, size.columns - 4)}█`;
  const found = filter === '' ? [] : [`“${filter}”: ${listed(state).length}, Esc all`];
  const hints = [
    ...found,
    'Enter do',
    `f ${shown}`,
    '/ find',
    'n next',
    'j k move',
    'q quit',
    '? keys',
  ];
  return paint(` ${keyHints(hints, room)}`, ['muted'], theme);
}
