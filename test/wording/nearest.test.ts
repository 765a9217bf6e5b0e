import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/wording/nearest.ts';

const NAMES = ['visibilityTimeout', 'retention', 'redrive', 'delay'];

describe('the names most like a mistyped one', () => {
  it.each([
    ['visibiltyTimeout', ['visibilityTimeout']],
    ['REDRIVE', ['redrive']],
    ['Timeout', ['visibilityTimeout']],
    ['delya', ['delay']],
    ['xyzzy', []],
  ])('%s', (name, found) => expect(nearest(name, NAMES)).toEqual(found));

  it('come best first, and no more than asked for', () => {
    expect(nearest('re', ['retry', 'reap', 're-do', 'zzz'], 2)).toEqual(['reap', 're-do']);
  });

  it('are put as a question, or not at all', () => {
    expect(didYouMean('delya', NAMES)).toBe(' Did you mean “delay”?');
    expect(didYouMean('xyzzy', NAMES)).toBe('');
  });
});

describe('a mistyped part of a long name', () => {
  const names = ['visibility-timeout-too-short', 'at-least-once', 'fifo-hot-group'];
  it.each([
    ['visibilty', ['visibility-timeout-too-short']],
    ['timeuot-too', []],
    ['grouo', ['fifo-hot-group']],
    ['kafka', []],
  ])('%s', (name, found) => expect(nearest(name, names)).toEqual(found));
});
