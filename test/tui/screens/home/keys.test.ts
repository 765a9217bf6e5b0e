import { expect, it } from 'vitest';
import { homeActionFor } from '../../../../src/tui/screens/home/keys.ts';
import { pressAtHome } from '../../../../src/tui/screens/home/press.ts';
import type { HomeAction } from '../../../../src/tui/screens/home/state.ts';
import { type Named, pressed } from '../pressed.ts';
import { homeOf, sample } from './sample.ts';

it.each<[string, Named[], HomeAction | undefined]>([
  ['', ['return'], { type: 'go', place: 'quiz' }],
  [' ', [], { type: 'go', place: 'quiz' }],
  ['s', [], { type: 'go', place: 'study' }],
  ['x', [], { type: 'go', place: 'try' }],
  ['m', [], { type: 'go', place: 'mock' }],
  ['c', [], { type: 'go', place: 'cram' }],
  ['p', [], { type: 'go', place: 'plan' }],
  ['t', [], { type: 'go', place: 'stats' }],
  ['l', [], { type: 'go', place: 'topics' }],
  ['q', [], { type: 'leave', code: 0 }],
  ['c', ['ctrl'], { type: 'leave', code: 130 }],
  ['?', [], { type: 'keys' }],
  ['j', [], { type: 'scroll', by: 1 }],
  ['', ['upArrow'], { type: 'scroll', by: -1 }],
  ['', ['pageDown'], { type: 'scroll', by: 9 }],
  ['G', [], { type: 'scroll', by: Number.POSITIVE_INFINITY }],
  ['s', ['ctrl'], undefined],
  ['c', ['meta'], undefined],
  ['y', [], undefined],
  ['', ['escape'], undefined],
])('%j with %j means %j', (input, names, action) => {
  expect(homeActionFor(input, pressed(...names), false, 10)).toEqual(action);
});

it.each<[string, Named[], HomeAction | undefined]>([
  ['q', [], { type: 'keys' }],
  ['', ['escape'], { type: 'keys' }],
  ['?', [], { type: 'keys' }],
  ['s', [], undefined],
  ['x', [], undefined],
  ['', ['return'], undefined],
  ['j', [], { type: 'scroll', by: 1 }],
  ['c', ['ctrl'], { type: 'leave', code: 130 }],
])('over the keys, %j with %j means %j', (input, names, action) => {
  expect(homeActionFor(input, pressed(...names), true, 10)).toEqual(action);
});

it('keys that come after the choice in one packet are not for home', () => {
  expect(pressAtHome(homeOf(sample, 80, 24), 'jsq', pressed()).done).toEqual({ place: 'study' });
});
