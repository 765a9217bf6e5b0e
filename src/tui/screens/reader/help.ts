import { paint, type Theme } from '../../../markdown/index.ts';
import { cutTo } from '../../cut.ts';
import { bodyRows, type Size } from './state.ts';

/** The keys as the help shows them. */
export const HELP: readonly (readonly [keys: string, does: string])[] = [
  ['j k ↓ ↑', 'a line down, up'],
  ['space b, PgDn PgUp', 'a page down, up'],
  ['f, Ctrl-F Ctrl-B', 'a page down; down, up'],
  ['d u, Ctrl-D Ctrl-U', 'half a page down, up'],
  ['g G, Home End', 'to the start, to the end'],
  ['h l ← →', 'wide code and diagrams sideways'],
  ['o', 'outline: jump to a section'],
  ['/ n N', 'search in the page, next, previous'],
  ['Tab Shift-Tab', 'next, previous link or question'],
  ['Enter', 'follow the link; open or close the answer'],
  ['Backspace [ Ctrl-O', 'back to where you were'],
  ['a A', 'open or close this answer, all answers'],
  ['x', 'try the next exercise of this page'],
  ['t', 'dark or light theme'],
  ['r, Ctrl-L', 'draw the screen again'],
  ['Esc', 'close what is open, forget the search'],
  ['?', 'these keys'],
  ['Ctrl-Z', 'to the shell; fg comes back'],
  ['q, Ctrl-C', 'leave'],
];

/** The lines above the first key. */
const HEAD_ROWS = 3;

/** The first line that is shown of the help when its end is in view. */
export function lastHelpTop(size: Size): number {
  return Math.max(0, HEAD_ROWS + HELP.length - bodyRows(size));
}

/** The help from a line on, which is no longer the same when the screen has grown. */
export function helpLines(size: Size, top: number, theme: Theme): string[] {
  const lines = HELP.map(
    ([keys, does]) =>
      `  ${paint(keys.padEnd(20), ['strong'], theme)} ${cutTo(does, size.columns - 23)}`,
  );
  const all = ['', `  ${paint('Keys', ['heading1'], theme)}`, '', ...lines];
  return all.slice(Math.min(top, lastHelpTop(size)));
}
