import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import { pickerActionsFor } from '../../../../src/tui/screens/picker/keys.ts';
import { pickerFrame } from '../../../../src/tui/screens/picker/screen.tsx';
import {
  matching,
  type PickerAction,
  type PickerState,
  updatePicker,
} from '../../../../src/tui/screens/picker/state.ts';
import { runs } from '../../../fixtures/runs.ts';
import { type Named, pressed } from '../pressed.ts';
import { anySize } from '../reader/sample.ts';

const choices = [
  { id: 'anchors', title: 'Anchors', about: '5 min, 3 questions · ship, iron' },
  { id: 'tides', title: 'Tides and currents', about: '12 min, 0 questions · sea' },
  { id: 'lighthouse', title: '灯台 at night', about: '7 min, 1 questions · light, sea' },
  {
    id: 'a-very-long-name-that-somebody-gave-to-a-topic',
    title: 'Long',
    about: 'words '.repeat(40),
  },
];

const start: PickerState = {
  choices,
  filter: '',
  at: 0,
  size: { columns: 80, rows: 24 },
  theme: 'mono',
};

const acted = (...actions: PickerAction[]) => actions.reduce(updatePicker, start);
const ids = (state: PickerState) => matching(state).map(({ id }) => id);

describe('the filter', () => {
  it.each([
    ['', 4],
    ['tides', 1],
    ['SEA', 2],
    ['sea light', 1],
    ['  sea  ', 2],
    ['灯台', 1],
    ['12 min', 1],
    ['zebra', 0],
  ])('%j lets %i topics through', (filter, count) => {
    expect(matching({ ...start, filter })).toHaveLength(count);
  });

  it('is typed, erased by whole characters, and emptied by Escape before Escape leaves', () => {
    const typed = acted({ type: 'type', text: 'se' }, { type: 'type', text: '灯😀' });
    expect(typed.filter).toBe('se灯😀');
    expect(updatePicker(typed, { type: 'erase' }).filter).toBe('se灯');
    const emptied = updatePicker(typed, { type: 'escape' });
    expect(emptied).toMatchObject({ filter: '', at: 0 });
    expect(emptied.done).toBeUndefined();
    expect(updatePicker(emptied, { type: 'escape' }).done).toEqual({ code: 0 });
  });
});

describe('choosing', () => {
  it.each([
    [-1, 'anchors'],
    [1, 'tides'],
    [2, 'lighthouse'],
    [99, choices.at(-1)?.id],
  ])('a move by %i and Enter chooses %s', (by, id) => {
    expect(acted({ type: 'move', by }, { type: 'accept' }).done).toEqual({ id });
  });

  it('goes by what the filter lets through', () => {
    const filtered = acted({ type: 'move', by: 3 }, { type: 'type', text: 'sea' });
    expect(ids(filtered)).toEqual(['tides', 'lighthouse']);
    const moved = updatePicker(filtered, { type: 'move', by: 1 });
    expect(updatePicker(moved, { type: 'accept' }).done).toEqual({ id: 'lighthouse' });
  });

  it('chooses nothing where nothing matches', () => {
    const none = acted(
      { type: 'type', text: 'zebra' },
      { type: 'move', by: 1 },
      { type: 'accept' },
    );
    expect(none.done).toBeUndefined();
    expect(none.at).toBe(0);
  });
});

describe('keys', () => {
  it.each<[string, Named[], string, PickerAction[]]>([
    ['c', ['ctrl'], 'x', [{ type: 'leave', code: 130 }]],
    ['q', [], '', [{ type: 'type', text: 'q' }]],
    ['kafka', [], '', [{ type: 'type', text: 'kafka' }]],
    ['/', [], '', []],
    ['/', [], 'tcp', [{ type: 'type', text: '/' }]],
    ['q', ['meta'], '', []],
    ['', ['tab'], '', [{ type: 'move', by: 1 }]],
    ['n', ['ctrl'], '', [{ type: 'move', by: 1 }]],
    ['', ['escape'], '', [{ type: 'escape' }]],
    ['', ['return'], '', [{ type: 'accept' }]],
    ['', ['downArrow'], 'x', [{ type: 'move', by: 1 }]],
    ['', ['upArrow'], 'x', [{ type: 'move', by: -1 }]],
    ['', ['tab', 'shift'], '', [{ type: 'move', by: -1 }]],
    ['p', ['ctrl'], '', [{ type: 'move', by: -1 }]],
    ['', ['pageDown'], '', [{ type: 'move', by: 10 }]],
    ['', ['backspace'], 'x', [{ type: 'erase' }]],
    ['a\u0007b', [], '', [{ type: 'type', text: 'ab' }]],
    ['x', ['ctrl'], '', []],
  ])('%j with %j while the filter is %j mean %j', (input, names, filter, actions) => {
    expect(pickerActionsFor(input, pressed(...names), filter)).toEqual(actions);
  });
});

const anyAction = fc.oneof(
  fc.constantFrom<PickerAction>({ type: 'erase' }, { type: 'escape' }, { type: 'accept' }),
  fc.integer({ min: -12, max: 12 }).map((by): PickerAction => ({ type: 'move', by })),
  fc
    .constantFrom('s', 'sea', '灯', 'x'.repeat(250))
    .map((text): PickerAction => ({ type: 'type', text })),
  anySize.map((size): PickerAction => ({ type: 'resize', size })),
);

it('after any actions the choice is one of the list, and the frame fits the screen', () => {
  fc.assert(
    fc.property(anySize, fc.array(anyAction, { maxLength: 20 }), (size, actions) => {
      let state: PickerState = { ...start, size };
      for (const action of [{ type: 'move', by: 0 } as const, ...actions]) {
        state = updatePicker(state, action);
        expect(state.at).toBeGreaterThanOrEqual(0);
        expect(state.at).toBeLessThan(Math.max(1, matching(state).length));
        const lines = pickerFrame(state).map(stripVTControlCharacters);
        expect(lines.length).toBeLessThanOrEqual(state.size.rows - 1);
        expect(lines.filter((line) => widthOf(line) > state.size.columns)).toEqual([]);
        const isChosenShown = lines.some((line) => line.startsWith('  ›'));
        expect(isChosenShown).toBe(matching(state).length > 0);
      }
    }),
    runs(150),
  );
});
