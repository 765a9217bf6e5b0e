import type { Key } from 'ink';
import { paint, themes } from '../../../../markdown/index.ts';
import { cutTo } from '../../../cut.ts';
import { keystrokes } from '../../../keystrokes.ts';
import { scrollBy, scrolled } from '../scrolling.ts';
import { bodyRows, type HomeState } from '../state.ts';
import type { Size } from '../view.ts';

/** What a command printed, to be read on the whole screen. */
export interface ReportState {
  /** Painted. */
  readonly lines: readonly string[];
  /** The width that they were printed for. */
  readonly printedFor: number;
  readonly size: Size;
  readonly theme: HomeState['theme'];
  readonly top: number;
  /** 0 goes back to where the learner came from, 130 leaves altogether. */
  readonly done?: 0 | 130;
}

export type ReportAction =
  | { readonly type: 'press'; readonly input: string; readonly key: Key }
  | { readonly type: 'resize'; readonly size: Size }
  | { readonly type: 'printed'; readonly lines: readonly string[]; readonly printedFor: number };

/** Nothing is printed yet: that begins once the width is known. */
export function reportState(size: Size, theme: ReportState['theme']): ReportState {
  return { lines: [], printedFor: 0, size, theme, top: 0 };
}

export function updateReport(state: ReportState, action: ReportAction): ReportState {
  switch (action.type) {
    case 'press':
      return keystrokes(action.input, action.key).reduce(pressed, state);
    case 'resize':
      return scroll({ ...state, size: action.size }, 0);
    case 'printed':
      return scroll({ ...state, lines: action.lines, printedFor: action.printedFor }, 0);
  }
}

function pressed(state: ReportState, { input, key }: { input: string; key: Key }): ReportState {
  if (state.done !== undefined) return state;
  if (key.ctrl && input === 'c') return { ...state, done: 130 };
  if (key.escape || key.return || input === 'q') return { ...state, done: 0 };
  const by = input === ' ' ? bodyRows(state.size) : scrollBy(input, key, bodyRows(state.size));
  return by === undefined ? state : scroll(state, by);
}

function scroll(state: ReportState, by: number): ReportState {
  const { top, lines, size } = state;
  return { ...state, top: scrolled(top, by, lines.length, bodyRows(size)) };
}

/** The whole screen as painted lines, one fewer than the terminal has rows. */
export function reportFrame({ lines, size, theme: name, top }: ReportState): string[] {
  const theme = themes[name];
  const rows = bodyRows(size);
  const shown = Array.from({ length: rows }, (_, row) =>
    cutTo(lines[top + row] ?? '', size.columns),
  );
  const below = lines.length - top - rows;
  const foot = ['', `  ${below > 0 ? `↓ ${below} more  j k scroll  ` : ''}q back`];
  return [
    ...shown,
    ...foot.map((line) => paint(cutTo(line, size.columns - 1), ['muted'], theme)),
  ].slice(0, Math.max(1, size.rows - 1));
}
