import { stripVTControlCharacters } from 'node:util';
import { ladderFrame } from '../../../../src/tui/screens/ladder/frame.ts';
import { pressOnLadder } from '../../../../src/tui/screens/ladder/press.ts';
import { type LadderState, ladderState } from '../../../../src/tui/screens/ladder/state.ts';
import type { LadderRow, LadderView } from '../../../../src/tui/screens/ladder/view.ts';
import { type Named, pressed } from '../pressed.ts';

function row(topic: string, id: string, changes: Partial<LadderRow> = {}): LadderRow {
  return {
    id,
    title: `The exercise of ${id}`,
    topic,
    topicTitle: `All about ${topic}`,
    kind: 'predict',
    level: 1,
    minutes: 3,
    state: 'new',
    ...changes,
  };
}

export const rows: readonly LadderRow[] = [
  row('ovens', 'two-cakes', { title: 'The cake that came twice', state: 'passed' }),
  row('ovens', 'a-long-lease', { kind: 'tune', minutes: 5, state: 'due' }),
  row('ovens', 'cold-oven', { kind: 'diagnose', level: 2, minutes: 12, state: 'tried' }),
  row('counters', 'in-line', { title: 'Who is first in line when two counters open at once?' }),
  row('counters', 'bake-once', { kind: 'code', level: 3, minutes: 25 }),
];

/** So many that no screen holds them. */
export const many: readonly LadderRow[] = Array.from({ length: 46 }, (_, at) =>
  row(`topic ${Math.floor(at / 5)}`, `exercise-${at}`, { state: at < 12 ? 'passed' : 'new' }),
);

export function ladder(
  columns = 80,
  height = 24,
  view: LadderView = { rows, next: 'cold-oven' },
): LadderState {
  return ladderState(view, { columns, rows: height }, 'mono');
}

/** The state after keys: text as it is typed, or the names that ink has for a key. */
export function typed(
  state: LadderState,
  ...keys: readonly (string | readonly Named[])[]
): LadderState {
  return keys.reduce<LadderState>(
    (now, key) =>
      typeof key === 'string'
        ? pressOnLadder(now, key, pressed())
        : pressOnLadder(now, '', pressed(...key)),
    state,
  );
}

export function control(state: LadderState, letter: string): LadderState {
  return pressOnLadder(state, letter, pressed('ctrl'));
}

export function shown(state: LadderState): string[] {
  return ladderFrame(state).map((line) => stripVTControlCharacters(line).trimEnd());
}
