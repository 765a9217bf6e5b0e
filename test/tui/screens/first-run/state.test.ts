import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../../../src/domain/day.ts';
import { widthOf } from '../../../../src/markdown/index.ts';
import { firstRunFrame } from '../../../../src/tui/screens/first-run/frame.ts';
import { pressInFirstRun } from '../../../../src/tui/screens/first-run/keys.ts';
import {
  type FirstRunState,
  firstRunState,
  updateFirstRun,
} from '../../../../src/tui/screens/first-run/state.ts';
import { runs } from '../../../fixtures/runs.ts';
import { type Named, pressed } from '../pressed.ts';
import { anySize } from '../reader/sample.ts';

const today = parseIsoDate('2026-11-21') ?? Number.NaN;
const topics = ['harbour', 'light', 'tides'].map((id) => ({ id, title: `About ${id}` }));
const size = { columns: 80, rows: 24 };
const start = firstRunState({ today, topics, size, theme: 'mono' });

/** Keys as they come: names stand for themselves, anything else is typed. */
const NAMES: readonly string[] = ['return', 'escape', 'downArrow', 'upArrow', 'backspace'];
function typed(...keys: string[]): FirstRunState {
  return keys.reduce(
    (state, key) =>
      NAMES.includes(key)
        ? pressInFirstRun(state, '', pressed(key as Named))
        : pressInFirstRun(state, key, pressed()),
    start,
  );
}
const shown = (state: FirstRunState) =>
  firstRunFrame(state).map(stripVTControlCharacters).join('\n');

describe('the first run', () => {
  it('ends with what was said', () => {
    const state = typed('12 dec', 'return', 'return', ' ', 'downArrow', 'return');
    expect(state.done).toEqual({
      answers: { interview: today + 21, minutesPerDay: 20, topics: ['light', 'tides'] },
    });
  });

  it.each([
    ['Escape', ['escape', 'escape', 'escape']],
    ['Enter on nothing', ['return', ...Array(2).fill('backspace'), 'return', 'return']],
  ])('leaves everything open by %s', (_, keys) => {
    expect(typed(...keys).done).toEqual({
      answers: { interview: null, minutesPerDay: null, topics: [] },
    });
  });

  it('reads the date while it is typed', () => {
    expect(shown(typed('in 3 week'))).toContain('Saturday 12 December 2026, in 21 days');
    const half = typed('in 3 w');
    expect(half.trouble).toBeUndefined();
    expect(shown(half)).not.toContain('Saturday');
  });

  it.each([
    ['20 Nov 2026', 'Friday 20 November 2026, yesterday, is over: write a day to come'],
    ['soon', "that can't be read as a date: write 2026-12-12"],
    ['in 20 months', 'is more than a year away: set it when it is nearer'],
  ])('refuses %s, and says why until something is typed', (words, why) => {
    const refused = typed(words, 'return');
    expect(refused.step).toBe('interview');
    expect(shown(refused).replace(/\s+/g, ' ')).toContain(why);
    expect(pressInFirstRun(refused, 'x', pressed()).trouble).toBeUndefined();
  });

  it.each(['0', '1441', 'many', '-5', '1.5'])('refuses %s minutes', (words) => {
    const refused = typed('escape', 'backspace', 'backspace', words, 'return');
    expect(refused.step).toBe('minutes');
    expect(shown(refused)).toContain('write a number of minutes, from 1 to 1440');
  });

  it('refuses to study no topic at all', () => {
    const none = typed('escape', 'escape', 'a', 'return');
    expect(none.done).toBeUndefined();
    expect(shown(none)).toContain('choose at least one');
    expect(pressInFirstRun(none, 'a', pressed()).chosen.size).toBe(3);
  });

  it('does not ask which topics where there is only one', () => {
    const one = { ...start, topics: topics.slice(0, 1) };
    const skipped = updateFirstRun(updateFirstRun(one, { type: 'skip' }), { type: 'skip' });
    expect(skipped.done).toBeDefined();
  });

  it('is left by Ctrl-C from each screen', () => {
    for (const keys of [[], ['escape'], ['escape', 'escape']])
      expect(pressInFirstRun(typed(...keys), 'c', pressed('ctrl')).done).toEqual({ code: 130 });
  });

  it('says how many topics are chosen, and where the learner is', () => {
    const text = shown(typed('escape', 'escape', 'downArrow', 'x'));
    expect(text).toContain('2 of 3 chosen');
    expect(text).toContain('  › [ ] About light');
    expect(text).toContain('    [x] About tides');
  });
});

it('after any keys on any screen the frame fits it', () => {
  const key = fc.constantFrom(...NAMES, '1', 'in 3 weeks', 'a', ' ', '灯台', 'x'.repeat(300));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 15 }), anySize, (keys, size) => {
      const state = updateFirstRun(typed(...keys), { type: 'resize', size });
      const lines = firstRunFrame(state).map(stripVTControlCharacters);
      expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
      expect(lines.filter((line) => widthOf(line) > size.columns)).toEqual([]);
    }),
    runs(100),
  );
});
