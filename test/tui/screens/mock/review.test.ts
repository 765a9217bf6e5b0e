import { describe, expect, it } from 'vitest';
import { press } from '../../../../src/tui/screens/mock/press.ts';
import { suggestedRating } from '../../../../src/tui/screens/mock/review.ts';
import type { MockAnswer } from '../../../../src/tui/screens/mock/world.ts';
import { type Named, pressed } from '../pressed.ts';
import {
  answerOf,
  answers,
  control,
  heard,
  questionOf,
  review,
  reviewingIn,
  round,
  shown,
  taken,
  tide,
  typed,
} from './sample.ts';

const ENTER = ['return'] as const;

/** The answers with some of them rated. */
const rated = (...ratings: readonly (MockAnswer['rating'] | undefined)[]) =>
  answers.map((answer, index) => {
    const rating = ratings[index];
    return rating === undefined ? answer : { ...answer, rating };
  });

describe('an answer', () => {
  it('is shown with what a strong one contains, and what seems to be in it', () => {
    const lines = shown(review()).join('\n');
    expect(lines).toContain(
      'You typed (1:23)\n  the bar is shallow, and at high water it is deeper',
    );
    expect(lines).toContain('A strong answer\n  Because the tide carries it over the bar.');
    expect(lines).toContain(
      '› [x] the bar is shallow\n    [x] high water is deeper\n    [ ] the pilot',
    );
    expect(lines).toMatch(/^ The harbour {2}L1 · review 1 of 3 +3 to rate$/m);
  });

  it.each([
    [{ text: '' }, 'You said it aloud (1:23)'],
    [{ text: '', isPassed: true }, 'You passed (1:23)'],
    [{ text: 'hm', isPassed: true }, 'You passed, and typed (1:23)'],
  ])('of %j is called %s', (changes, words) => {
    expect(shown(review([answerOf(tide, changes)])).join('\n')).toContain(words);
  });

  it.each([
    [
      'typed, with two points of three',
      { text: 'the bar is shallow, at high water deeper' },
      [],
      2,
    ],
    ['typed, with all', { text: 'shallow bar, deeper high water, the pilot goes along' }, [], 3],
    ['typed, with none', { text: 'no idea' }, [], 1],
    ['said aloud', {}, [], 3],
    ['said aloud, one point ticked', {}, ['x'], 1],
    ['said aloud, two points ticked', {}, ['x', 'j', 'x'], 2],
    ['said aloud, one point ticked and not', {}, ['x', 'x'], 3],
    ['passed', { isPassed: true }, [], 1],
    ['passed, all ticked', { isPassed: true }, ['x', 'j', 'x', 'j', 'x'], 1],
  ])('%s is suggested a rating', (_, changes, keys, rating) => {
    const state = typed(review([answerOf(tide, changes)]), ...keys);
    expect(suggestedRating(reviewingIn(state))).toBe(rating);
  });

  it('without key points is suggested Good', () => {
    const bare = questionOf('bare', { keyPoints: [] });
    const state = review([answerOf(bare, { text: 'so' })]);
    expect(suggestedRating(reviewingIn(state))).toBe(3);
    expect(shown(state).join()).not.toContain('Key points');
  });
});

describe('rating', () => {
  it.each([
    [ENTER, 2],
    [' ', 2],
    ['1', 1],
    ['4', 4],
  ])('by %j keeps rating and ticks', (key, rating) => {
    expect(typed(review(), key).requests).toEqual([
      { kind: 'review', index: 0, ticked: [true, true, false], rating },
    ]);
  });

  it('takes the ticks as they were changed', () => {
    const state = typed(review(), 'x', 'j', 'j', ['tab'], ENTER);
    expect(state.requests).toMatchObject([{ ticked: [false, true, true], rating: 2 }]);
  });

  it('first shows the key point that a tick would change', () => {
    const low = review(answers, 40, 12);
    const once = typed(low, 'x');
    expect(shown(low).join()).not.toContain('› [');
    expect(shown(once).join()).toContain('› [x]');
    expect(shown(typed(once, 'x')).join()).toContain('› [ ]');
  });

  it('goes on to the next answer, and at the end to what was left out', () => {
    const [, second] = taken(typed(review(), 'n'));
    const third = heard(second, {
      type: 'reviewed',
      answers: rated(undefined, 3),
      trouble: undefined,
    });
    expect(reviewingIn(third).at).toBe(2);
    const first = heard(third, {
      type: 'reviewed',
      answers: rated(undefined, 3, 1),
      trouble: undefined,
    });
    expect(reviewingIn(first).at).toBe(0);
    expect(shown(first).at(-1)).toBe(' this one is not rated yet; q leaves');
    const end = heard(first, { type: 'reviewed', answers: rated(2, 3, 1), trouble: undefined });
    expect(end.requests).toEqual([{ kind: 'leave', code: 0 }]);
  });

  it('is done once', () => {
    const state = typed(review(rated(2)), 'x');
    expect(shown(state).join('\n')).toContain('\n rated Hard\n');
    expect(typed(state, '4').requests).toEqual([]);
    expect(reviewingIn(typed(state, '4', ENTER)).at).toBe(1);
    expect(reviewingIn(state).ticked[0]).toEqual(new Set([0, 1]));
  });

  it.each<[string, Named[]]>([
    ['', ['return']],
    ['3', []],
  ])('a held key (%j %j) rates one answer only', (input, names) => {
    const key = pressed(...names);
    const [, busy] = taken(press(review(), input, key, 1000));
    const next = heard(busy, { type: 'reviewed', answers: rated(2), trouble: undefined });
    let now = next;
    for (const atMs of [1500, 1530, 1560, 1700, 1840]) now = press(now, input, key, atMs);
    expect(now.requests).toEqual([]);
    expect(press(now, input, key, 2500).requests).toMatchObject([{ index: 1 }]);
  });

  it('does not follow from the Enter that ended the round', () => {
    const last = press(round(), '', pressed(...ENTER), 1000);
    const state = heard(taken(last)[1], { type: 'over', answers });
    expect(press(state, '', pressed(...ENTER), 1500).requests).toEqual([]);
  });

  it('that could not be kept says so, and can be tried again', () => {
    const [, waiting] = taken(typed(review(), '3'));
    const state = heard(
      { ...waiting, top: 2 },
      { type: 'reviewed', answers, trouble: 'the disk is full' },
    );
    const lines = shown(state).join('\n');
    expect(lines).toContain('Your rating was not kept\n  the disk is full');
    expect(reviewingIn(state).at).toBe(0);
    const [requests, again] = taken(typed(state, '3'));
    expect(requests).toMatchObject([{ kind: 'review', index: 0, rating: 3 }]);
    const kept = heard(again, { type: 'reviewed', answers: rated(3), trouble: undefined });
    expect(shown(kept).join('\n')).not.toContain('not kept');
  });
});

describe('the way through the review', () => {
  it('goes forth and back without rating', () => {
    const state = typed(review(), 'n', 'n', 'p');
    expect(reviewingIn(state).at).toBe(1);
    expect(state.requests).toEqual([]);
    expect(shown(typed(review(), 'p')).at(-1)).toBe(' this is the first answer');
    expect(shown(typed(review(), 'n', 'n', 'n')).at(-1)).toContain('last answer; q leaves');
  });

  it('remembers the ticks of other answers', () => {
    const state = typed(review(), 'x', 'n', 'x', 'p');
    expect(reviewingIn(state).ticked.map((ticks) => [...ticks])).toEqual([[1], [0], []]);
  });

  it('ends by q, or by Ctrl-C with 130', () => {
    expect(typed(review(), 'q').requests).toEqual([{ kind: 'leave', code: 0 }]);
    expect(control(review(), 'c').requests).toEqual([{ kind: 'leave', code: 130 }]);
  });

  it('goes sideways where code is wide, and no further than its end', () => {
    const wide = questionOf('wide', { answer: `\`\`\`text\nbegin ${'-'.repeat(60)} end\n\`\`\`` });
    const state = review([answerOf(wide)], 40, 30);
    expect(shown(state).join()).toContain(',begin ');
    expect(shown(typed(state, ['rightArrow'])).join()).not.toContain('begin');
    const end = typed(state, ...Array(20).fill(['rightArrow']));
    expect(shown(end).join()).toContain(' end,');
    expect(shown(typed(end, ...Array(20).fill(['leftArrow'])))).toEqual(shown(state));
  });
});
