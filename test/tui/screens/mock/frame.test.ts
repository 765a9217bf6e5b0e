import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../src/markdown/index.ts';
import { frame } from '../../../../src/tui/screens/mock/frame.ts';
import { press } from '../../../../src/tui/screens/mock/press.ts';
import type { MockState } from '../../../../src/tui/screens/mock/state.ts';
import { type Named, pressed } from '../pressed.ts';
import {
  answers,
  heard,
  MINUTES,
  pilot,
  questionOf,
  review,
  round,
  shown,
  tide,
  typed,
} from './sample.ts';

const frames = resolve(import.meta.dirname, 'frames');

const views: Record<string, (columns: number, rows: number) => MockState> = {
  start: (columns, rows) => round(columns, rows),
  'follow-up': (columns, rows) =>
    typed(
      heard(
        round(columns, rows),
        { type: 'asked', question: pilot, nowMs: 0 },
        { type: 'tick', nowMs: (MINUTES - 1) * 60_000 },
      ),
      'The pilot knows where the sand has moved, and the captain does not.',
      '\n',
      'So nobody goes in alone.',
    ),
  over: (columns, rows) => heard(round(columns, rows), { type: 'tick', nowMs: MINUTES * 60_000 }),
  ending: (columns, rows) => typed(round(columns, rows), ['escape']),
  help: (columns, rows) => typed(round(columns, rows), '?'),
  review: (columns, rows) => review(answers, columns, rows),
  trouble: (columns, rows) =>
    heard(review(answers, columns, rows), {
      type: 'reviewed',
      answers,
      trouble: 'no space is left on the disk; make some',
    }),
};

describe.each([
  [40, 12],
  [80, 24],
])('on %i columns and %i rows', (columns, rows) => {
  it.each(Object.keys(views))('the interview looks as drawn: %s', async (view) => {
    const state = views[view]?.(columns, rows) ?? round();
    const file = join(frames, `${view}-${columns}x${rows}.txt`);
    await expect(`${shown(state).join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

it.each([
  [19, 24],
  [80, 4],
  [3, 1],
])('of %i columns and %i rows says that it is too small', (columns, rows) => {
  expect(frame(round(columns, rows))).toEqual(['too small'.slice(0, columns)]);
});

it('gives nothing of the answer away while the round goes on', () => {
  const lines = shown(typed(round(200, 60), 'the bar is shallow')).join('\n');
  expect(lines).not.toContain('carries it over');
  expect(lines).not.toContain('high water');
});

it('is painted in each theme, and without colour in mono', () => {
  const painted = (theme: MockState['theme']) => frame({ ...review(), theme }).join('\n');
  expect(new Set([painted('dark'), painted('light'), painted('mono')]).size).toBe(3);
  expect(painted('mono')).not.toMatch(/\u001b\[[\d;]*38;5/);
});

it('stays at about the same words when the size changes, and keeps the cursor in view', () => {
  const long = { ...tide, follows: 'Why? '.repeat(80) };
  const state = typed(round(40, 12, long), 'typed');
  const size = { columns: 30, rows: 10 };
  expect(shown(heard(state, { type: 'resize', size })).join()).toContain('typed█');
  const scrolled = typed(review(answers, 40, 12), ['pageDown'], ['pageDown']);
  const wide = heard(scrolled, { type: 'resize', size: { columns: 200, rows: 12 } });
  expect(wide.top).toBeLessThanOrEqual(scrolled.top);
  expect(shown(wide)).toHaveLength(11);
});

type Step = (state: MockState, atMs: number) => MockState;

const anyKey: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('a', '?', 'y', 'n', 'p', 'x', 'j', 'k', 'q', ' ', '1', '4', '夜', 'a\tb\rc', '\n')
    .map(
      (input): Step =>
        (state, atMs) =>
          press(state, input, pressed(), atMs),
    ),
  fc
    .constantFrom<Named[]>(
      ['return'],
      ['return', 'meta'],
      ['tab'],
      ['escape'],
      ['backspace'],
      ['upArrow'],
      ['downArrow'],
      ['leftArrow'],
      ['rightArrow'],
      ['pageUp'],
      ['pageDown'],
    )
    .map(
      (names): Step =>
        (state, atMs) =>
          press(state, '', pressed(...names), atMs),
    ),
  fc.constantFrom('c', 'n', 'w', 'u', 'z', 'l', 'j').map(
    (letter): Step =>
      (state, atMs) =>
        press(state, letter, pressed('ctrl'), atMs),
  ),
);

const anySize = fc.record({
  columns: fc.integer({ min: 1, max: 200 }),
  rows: fc.integer({ min: 1, max: 60 }),
});

const anyNews: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>((state, nowMs) => heard(state, { type: 'tick', nowMs })),
  anySize.map(
    (size): Step =>
      (state) =>
        heard(state, { type: 'resize', size }),
  ),
);

/** What the world makes of the requests: questions until there are four answers, and every third rating fails. */
function answered(state: MockState, given: typeof answers, atMs: number) {
  const { requests } = state;
  let now = heard(state, { type: 'heard', requests });
  let all = given;
  for (const request of requests) {
    if (request.kind === 'answer') {
      const question = now.scene.kind === 'asking' ? now.scene.question : tide;
      all = [...all, { ...request, question, ticked: [] }];
      now =
        all.length < 4
          ? heard(now, { type: 'asked', question: questionOf(`q${all.length}`), nowMs: atMs })
          : heard(now, { type: 'over', answers: all });
    } else if (request.kind === 'end') now = heard(now, { type: 'over', answers: all });
    else if (request.kind === 'review') {
      const { index, rating, ticked } = request;
      const fails = atMs % 3 === 0;
      if (!fails) all = all.map((each, at) => (at === index ? { ...each, rating, ticked } : each));
      const trouble = fails ? 'no luck' : undefined;
      now = heard(now, { type: 'reviewed', answers: all, trouble });
    }
  }
  return { now, all, isLeft: requests.some(({ kind }) => kind === 'leave') };
}

it('fits, whatever is pressed and happens, and is reviewed only after the round', () => {
  const anySteps = fc.array(fc.tuple(fc.oneof(anyKey, anyKey, anyNews), fc.nat({ max: 2000 })));
  fc.assert(
    fc.property(anySize, anySteps, (size, steps) => {
      let state = round(size.columns, size.rows);
      let all: typeof answers = [];
      let atMs = 0;
      let wasReviewing = false;
      for (const [step, afterMs] of steps) {
        atMs += afterMs;
        const result = answered(step(state, atMs), all, atMs);
        if (result.isLeft) return;
        ({ now: state, all } = result);
        const lines = frame(state);
        const { columns, rows } = state.size;
        expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 1));
        expect(lines.filter((line) => widthOf(line) > columns || line.includes('\n'))).toEqual([]);
        const isReviewing = state.scene.kind === 'reviewing';
        expect(wasReviewing && !isReviewing).toBe(false);
        expect(isReviewing && all.length === 0).toBe(false);
        wasReviewing = isReviewing;
      }
    }),
  );
});
