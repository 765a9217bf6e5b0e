import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/domain/exercise.ts';
import type { Truth } from '../../../src/exercises/predict/truth.ts';
import { verdictOf } from '../../../src/exercises/predict/verdict.ts';

const number: Ask = { kind: 'number', prompt: '?', metric: 'duplicates', tolerance: 0.2 };
const came = (value: number | undefined): Truth => ({ kind: 'number', value, unit: 'count' });
const say = (value: number) => ({ kind: 'number', value }) as const;

describe('a predicted number', () => {
  it.each<[number, number | undefined, string, string]>([
    [158, 158, 'right', 'You said 158, and so it is.'],
    [130, 158, 'right', 'You said 130; it is 158, and that is near enough.'],
    [189, 158, 'right', 'You said 189; it is 158, and that is near enough.'],
    [105, 158, 'close', 'You said 105; it is 158. Close, but not near enough.'],
    [220, 158, 'close', 'You said 220; it is 158. Close, but not near enough.'],
    [100, 158, 'wrong', 'You said 100; it is 158, 1.6 times as much.'],
    [20, 158, 'wrong', 'You said 20; it is 158, 7.9 times as much.'],
    [2000, 158, 'wrong', 'You said 2,000; it is 158: you said 13 times too much.'],
    [0, 158, 'wrong', 'You said 0; it is 158.'],
    [5, 0, 'wrong', 'You said 5; it is 0.'],
    [0, 0, 'right', 'You said 0, and so it is.'],
    [5, undefined, 'wrong', 'You said 5; there was nothing to measure.'],
  ])('%d where it is %s is %s', (said, value, grade, words) => {
    expect(verdictOf(number, say(said), came(value))).toEqual({ grade, words, whys: [] });
  });

  it('takes what is shown as the value for right, be the tolerance finer', () => {
    const exact = { ...number, tolerance: 0.001 };
    expect(verdictOf(exact, say(0.123), came(0.12345)).grade).toBe('right');
  });

  it('accepts what is just as far off as the tolerance says', () => {
    expect(verdictOf(number, say(0.8), came(1)).grade).toBe('right');
    expect(verdictOf({ ...number, tolerance: 0.1 }, say(0.33), came(0.3)).grade).toBe('right');
  });
});

describe('a predicted choice', () => {
  const option = (text: string) => ({ text, when: {}, why: `why ${text}` });
  const choice: Ask = { kind: 'choice', prompt: '?', options: ['a', 'b', 'c'].map(option) };
  const holds = (...places: number[]): Truth => ({ kind: 'choice', holds: places });

  it('is right when it holds, and says why', () => {
    expect(verdictOf(choice, { kind: 'choice', option: 1 }, holds(1))).toEqual({
      grade: 'right',
      words: 'That is what happens.',
      whys: ['why b'],
    });
  });

  it('is wrong when another holds, and both say why', () => {
    expect(verdictOf(choice, { kind: 'choice', option: 0 }, holds(2))).toEqual({
      grade: 'wrong',
      words: 'That is not what happens: it is “c”.',
      whys: ['why a', 'why c'],
    });
    expect(verdictOf(choice, { kind: 'choice', option: 0 }, holds()).words).toBe(
      'That is not what happens.',
    );
  });
});

describe('a predicted curve', () => {
  const curve: Ask = {
    kind: 'curve',
    prompt: '?',
    knob: 'consumers.workers.count',
    at: ['1', '2', '4'],
    metric: 'latency.p99',
    tolerance: 0.5,
  };
  const truth: Truth = { kind: 'curve', values: [100e6, 10e6, 1e6], unit: 'duration' };
  const verdict = (...values: number[]) => {
    const { grade, words } = verdictOf(curve, { kind: 'curve', values }, truth);
    return [grade, words];
  };

  it('is right when every point is', () => {
    expect(verdict(120e6, 8e6, 1.2e6)).toEqual(['right', 'Every point is near enough.']);
  });

  it('is close when its shape is right, or every point is close', () => {
    expect(verdict(10e6, 5e6, 1e6)).toEqual([
      'close',
      'The shape is right, 2 of 3 points near enough. At 1 you said 10 s; it is 100 s.',
    ]);
    expect(verdict(1e6, 1.9e6, 1.95e6)[0]).toBe('wrong');
    const flat: Truth = { kind: 'curve', values: [10, 10, 10], unit: 'count' };
    const said = { kind: 'curve', values: [10, 18, 10] } as const;
    expect(verdictOf(curve, said, flat).grade).toBe('close');
  });

  it('is wrong otherwise, and says where it is off most', () => {
    expect(verdict(1e6, 10e6, 100e6)).toEqual([
      'wrong',
      '1 of 3 points near enough. At 1 you said 1 s; it is 100 s.',
    ]);
    expect(verdict(5e3, 5e3, 5e3)[1]).toMatch(/^No point near enough/);
  });

  it('wants a prediction of its own kind', () => {
    expect(() => verdictOf(curve, say(3), truth)).toThrow('a number was said to a curve');
  });
});
