import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import { ladderFrame } from '../../../../src/tui/screens/ladder/frame.ts';
import type { LadderState } from '../../../../src/tui/screens/ladder/state.ts';
import { updateLadder } from '../../../../src/tui/screens/ladder/update.ts';
import type { Named } from '../pressed.ts';
import { ladder, many, rows, shown, typed } from './sample.ts';

const frames = resolve(import.meta.dirname, 'frames');

const views: Record<string, (columns: number, rows: number) => LadderState> = {
  start: (...size) => ladder(...size),
  many: (...size) => ladder(...size, { rows: many, next: 'exercise-12' }),
  typing: (...size) => typed(ladder(...size), '/lease'),
  found: (...size) => typed(ladder(...size), '/lease', ['tab']),
  due: (...size) => typed(ladder(...size), 'fff'),
  none: (...size) => typed(ladder(...size), '/zebra'),
  help: (...size) => typed(ladder(...size), '?'),
};

describe.each([
  [40, 12],
  [80, 24],
])('on %i columns and %i rows', (columns, height) => {
  it.each(Object.keys(views))('the ladder looks as drawn: %s', async (view) => {
    const state = views[view]?.(columns, height) ?? ladder();
    const file = join(frames, `${view}-${columns}x${height}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

it.each([
  [19, 24],
  [80, 5],
  [3, 1],
])('of %i columns and %i rows says that it is too small', (columns, height) => {
  expect(ladderFrame(ladder(columns, height))).toEqual(['too small'.slice(0, columns)]);
});

it('is painted in each theme, and without colour in mono', () => {
  const painted = (theme: LadderState['theme']) => ladderFrame({ ...ladder(), theme }).join('\n');
  expect(new Set([painted('dark'), painted('light'), painted('mono')]).size).toBe(3);
  expect(painted('mono')).not.toMatch(/\u001b\[[\d;]*38;5/);
});

it.each([
  [0, '0 of 46 done', /░{24}/],
  [1, '1 of 46 done', /█░{23} /],
  [45, '45 of 46 done', /█{23}░ /],
  [46, '46 of 46 done', /█{24}/],
])('shows that %i are done, neither none nor all when it isn’t so', (done, words, bar) => {
  const some = many.map((row, at) => ({ ...row, state: at < done ? 'passed' : 'tried' }) as const);
  const [header] = shown(ladder(80, 24, { rows: some, next: undefined }));
  expect(header).toContain(words);
  expect(header).toMatch(bar);
});

it('says so when there is nothing at all', () => {
  const empty = ladder(80, 24, { rows: [], next: undefined });
  expect(shown(empty).join('\n')).toContain('There are no exercises.');
  expect(shown(empty)[0]).toContain('0 of 0 done');
  expect(typed(empty, 'jkgGn', ['return']).done).toBeUndefined();
});

it('keeps what the learner is at in view', () => {
  for (let down = 0; down < many.length; down += 1) {
    const state = typed(ladder(40, 12, { rows: many, next: undefined }), 'j'.repeat(down));
    expect(shown(state).filter((line) => line.includes('›'))).toHaveLength(1);
  }
});

const anySize = fc.record({
  columns: fc.integer({ min: 1, max: 200 }),
  rows: fc.integer({ min: 1, max: 60 }),
});

const anyKey = fc.oneof(
  fc.constantFrom(...'jkgG nf/?qx', '夜', 'cake', 'a\tb\rc'),
  fc.constantFrom<Named[]>(
    ['return'],
    ['escape'],
    ['backspace'],
    ['tab'],
    ['upArrow'],
    ['pageDown'],
    ['end'],
  ),
);

it('fits, whatever it is called, is pressed and how large it is', () => {
  const anyRow = fc.record({
    title: fc.oneof(fc.string({ maxLength: 90, unit: 'binary' }), fc.constant('注文'.repeat(30))),
    topic: fc.constantFrom('a', 'b'),
    topicTitle: fc.string({ maxLength: 60, unit: 'binary' }),
    minutes: fc.nat({ max: 500 }),
  });
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 30 }),
      anySize,
      fc.array(fc.oneof(anyKey, anySize), { maxLength: 15 }),
      (changes, size, steps) => {
        const some = changes.map((change, at) => ({
          ...(rows[at % rows.length] ?? many[0]),
          ...change,
          id: `x${at}`,
        })) as typeof rows;
        let state = ladder(size.columns, size.rows, { rows: some, next: 'x3' });
        for (const step of steps) {
          state =
            typeof step === 'string' || Array.isArray(step)
              ? typed(state, step)
              : updateLadder(state, { type: 'resize', size: step });
          if (state.done) return;
          const lines = ladderFrame(state);
          expect(lines.length).toBeLessThanOrEqual(Math.max(1, state.size.rows - 1));
          const torn = lines.filter(
            (line) => widthOf(line) > state.size.columns || line.includes('\n'),
          );
          expect(torn).toEqual([]);
        }
      },
    ),
  );
});
