import type { Line } from '../../../markdown/index.ts';
import { lastKeysTop } from '../../components/key-list.ts';
import { checkLines } from './check-lines.ts';
import { CHOICE_HEAD, choiceLines } from './choice-lines.ts';
import { helpOf } from './keys.ts';
import { overviewLines } from './overview.ts';
import { timelineLines } from './series-lines.ts';
import { span } from './spans.ts';
import type { SimulationState, View } from './state.ts';
import { storyLines, wrapped } from './story-lines.ts';

/** Header, last line, and the terminal's last row, which stays free: ink clears a screen that its output fills. */
const OTHER_ROWS = 3;
const MARGIN = 1;

export function rowsOf({ size }: SimulationState): number {
  return Math.max(1, size.rows - OTHER_ROWS);
}

/** What the view in front holds, in and out of view; the help is not made of lines. */
export function bodyLines(state: SimulationState): Line[] {
  const { view, snapshot } = state;
  const room = { columns: state.size.columns - 2 * MARGIN, rows: rowsOf(state) };
  switch (view.kind) {
    case 'pipeline':
      return overviewLines(state, room);
    case 'timeline':
      return timelineLines(snapshot, room.columns, room.rows);
    case 'checks':
      return checkLines(snapshot, room.columns);
    case 'story':
      return followedStory(state, room.columns);
    case 'faults':
    case 'items':
      return choiceLines(view, room.columns);
    case 'help':
      return [];
  }
}

function followedStory({ snapshot }: SimulationState, columns: number): Line[] {
  const { followed } = snapshot;
  if (!followed) return wrapped('No message is followed; Tab chooses one.', columns, 'muted');
  return [
    ...wrapped(`The story of ${followed.trace}`, columns, 'heading1'),
    { spans: [span('')] },
    ...storyLines(followed.lines, columns),
  ];
}

/** Lines of the view, to know how far it can be scrolled. */
export function bodyLineCount(state: SimulationState): number {
  if (state.view.kind === 'help')
    return rowsOf(state) + lastKeysTop(helpOf(state).length, rowsOf(state));
  return bodyLines(state).length;
}

/** The line shown first, so that no rows stay empty and what is chosen is in view. */
export function topOf(view: View, lines: number, rows: number): number {
  const last = Math.max(0, lines - rows);
  const wanted = 'top' in view ? view.top : view.at + CHOICE_HEAD + 2 - rows;
  return Math.max(0, Math.min(last, wanted));
}
