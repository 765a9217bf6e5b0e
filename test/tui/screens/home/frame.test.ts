import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText, widthOf } from '../../../../src/markdown/index.ts';
import { homeFrame } from '../../../../src/tui/screens/home/frame.ts';
import { homeLines } from '../../../../src/tui/screens/home/lines.ts';
import {
  bodyRows,
  type HomeAction,
  type HomeState,
} from '../../../../src/tui/screens/home/state.ts';
import { updateHome } from '../../../../src/tui/screens/home/update.ts';
import type { HomeView } from '../../../../src/tui/screens/home/view.ts';
import { runs } from '../../../fixtures/runs.ts';
import { anySize } from '../reader/sample.ts';
import { homeOf, nothingLeft, sample } from './sample.ts';

const frames = resolve(import.meta.dirname, '../../../golden/frames');
const shown = (state: HomeState) => homeFrame(state).map(stripVTControlCharacters);
const told = (view: HomeView) =>
  homeLines(view, { columns: 80, rows: 24 }).map((line) => lineText(line).trim());
const only = (changes: Partial<HomeView>) => told({ ...sample, ...changes }).join('\n');

describe.each([
  [40, 12],
  [80, 24],
  [120, 40],
] as const)('on %i columns and %i rows', (columns, rows) => {
  it.each<[string, HomeState]>([
    ['today', homeOf(sample, columns, rows)],
    ['end', updateHome(homeOf(sample, columns, rows), { type: 'scroll', by: 99 })],
    ['nothing', homeOf(nothingLeft, columns, rows)],
    ['keys', updateHome(homeOf(sample, columns, rows), { type: 'keys' })],
  ])('home looks as drawn: %s', async (name, state) => {
    const file = join(frames, `home-${name}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

describe('today', () => {
  it.each([
    [21, 'the interview is in 21 days'],
    [1, 'the interview is tomorrow'],
    [0, 'the interview is today'],
  ])('%i days before the interview says so', (days, words) => {
    expect(only({ interview: sample.today + days })).toContain(words);
  });

  it('without an interview speaks of today only', () => {
    expect(only({ interview: undefined })).not.toContain('interview');
    expect(only({ interview: undefined })).toContain('Known today');
  });

  it('leaves out what there is none of', () => {
    const waiting = { reviews: 0, lastPass: 3, steps: 1, fresh: 0 };
    expect(only({ waiting })).toContain('\n3 last pass · 1 step · about 18 min\n');
  });

  it.each([
    [1, 'More comes tomorrow. Until then, c practises the weakest.'],
    [2, 'More comes in 2 days, on Monday 23 November 2026. Until then,'],
  ])('when all is done says when more comes, %i days on', (days, words) => {
    const text = told({ ...nothingLeft, laterOn: sample.today + days }).join('\n');
    expect(text).toContain('Nothing is left for today.');
    expect(text).toContain(words);
  });

  it('without questions says that there are none', () => {
    expect(told({ ...nothingLeft, topics: [], laterOn: undefined })).toContain(
      'There are no questions in your topics yet.',
    );
  });

  it('counts the exercises, and names the next one where its title fits beside', () => {
    expect(told(sample)).toContain('Try   5 of 52 exercises done · next “Two tugs and one rope”');
    const next = { id: 'tow', title: 'tugs '.repeat(10) };
    const long = { ...sample, exercises: { done: 0, all: 1, next } };
    expect(told(long)).toContain('Try   0 of 1 exercise done');
    const done = { ...sample, exercises: { done: 52, all: 52, next: undefined } };
    expect(told(done)).toContain('Try   52 of 52 exercises done');
  });

  it('is silent about exercises where there are none', () => {
    expect(only({ exercises: { done: 0, all: 0, next: undefined } })).not.toContain('exercise');
  });

  it('gives up the margin at the top before anything is out of view', () => {
    const rows = homeLines(sample, { columns: 80, rows: 40 }).length;
    const first = (height: number) => shown(homeOf(sample, 80, height))[0];
    expect(first(rows + 3)).toBe('');
    const low = shown(homeOf(sample, 80, rows + 2));
    expect(low[0]).toContain('Saturday');
    expect(low.join('\n')).not.toContain('more line');
  });

  it('says what went wrong elsewhere first', () => {
    expect(only({ notice: 'no question can be asked aloud' })).toMatch(/^\nno question can/);
  });

  it('adds all topics up, unless there is only one', () => {
    expect(only({})).toMatch(/All topics +████░ 17 of 21 +█░░░░ 3 of 47 +░░░░░ 0 of 5/);
    expect(only({ topics: sample.topics.slice(0, 1) })).not.toContain('All topics');
  });

  it('has full bars for all and empty ones for none only', () => {
    const rows = told(sample).filter((line) => line.includes(' of '));
    const cells = rows.flatMap((row) => [...row.matchAll(/([█░]+) (\d+) of (\d+)/g)]);
    expect(cells.length).toBeGreaterThan(5);
    for (const [, bar = '', ready, of] of cells) {
      expect(bar.includes('█')).toBe(Number(ready) > 0);
      expect(bar.includes('░')).toBe(Number(ready) < Number(of));
    }
  });
});

const anyAction = fc.oneof(
  fc.constant<HomeAction>({ type: 'keys' }),
  fc
    .oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(Number.POSITIVE_INFINITY))
    .map((by): HomeAction => ({ type: 'scroll', by })),
  anySize.map((size): HomeAction => ({ type: 'resize', size })),
);

it('after any actions the frame fits the screen, and scrolling shows no emptiness', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(sample, nothingLeft, { ...sample, topics: [], next: undefined }),
      anySize,
      fc.constantFrom('dark', 'light', 'mono'),
      fc.array(anyAction, { maxLength: 12 }),
      (view, { columns, rows }, theme, actions) => {
        let state = homeOf(view, columns, rows, theme);
        for (const action of actions) {
          state = updateHome(state, action);
          const lines = shown(state);
          expect(lines.length).toBeLessThanOrEqual(Math.max(1, state.size.rows - 1));
          expect(lines.filter((line) => widthOf(line) > state.size.columns)).toEqual([]);
          const all = homeLines(view, state.size).length;
          expect(state.top).toBeLessThanOrEqual(Math.max(0, all - bodyRows(state.size)));
        }
      },
    ),
    runs(100),
  );
});

it('printed lines are never wider than asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 200 }), (columns) => {
      const lines = homeLines(sample, { columns, rows: Number.POSITIVE_INFINITY }).map(lineText);
      expect(lines.filter((line) => widthOf(line.trimEnd()) > columns)).toEqual([]);
    }),
    runs(50),
  );
});
