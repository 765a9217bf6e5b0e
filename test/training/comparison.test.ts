import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../src/statistics/prediction.ts';
import { isBetter } from '../../src/training/comparison.ts';

const said = (probability: number, recalled: boolean, bin = 'a'): Prediction => ({
  probability,
  recalled,
  bin,
});
/** Answers of which a share is recalled; the first in the list fail. */
function answered(count: number, share: number, probability: number): Prediction[] {
  return Array.from({ length: count }, (_, place) =>
    said(probability, place >= count * (1 - share)),
  );
}

describe('new predictions', () => {
  it.each([
    ['the truth, of many answers', 1000, 0.7, 0.9, 0.7, true],
    ['the truth, of few answers', 5, 0.8, 0.9, 0.8, false],
    ['farther from the truth', 1000, 0.9, 0.9, 0.7, false],
    ['what was said before', 1000, 0.7, 0.9, 0.9, false],
    ['certainty where a few answers happened to be right', 8, 1, 0.9, 0.99, false],
  ])(
    'of %s: %i answers, recalled %f, said %f and then %f: %s',
    (_, count, share, before, after, better) => {
      expect(isBetter(answered(count, share, before), answered(count, share, after))).toBe(better);
    },
  );

  it('are not better when they gain on average and are off in bins', () => {
    // Right in both bins before; then sharper on what happened, and no longer right in either.
    const outcomes = Array.from({ length: 400 }, (_, place) => place % 10 !== 0);
    const before = outcomes.map((recalled, place) => said(0.6, recalled, String(place % 2)));
    const after = outcomes.map((recalled, place) =>
      said(place % 2 === 0 ? 0.3 : 0.999, recalled, String(place % 2)),
    );
    expect(isBetter(before, after)).toBe(false);
  });

  it('of noise are rarely taken for better where the present ones are true', () => {
    const generator = xoroshiro128plus(5);
    const draw = () => uniformFloat64(generator);
    const trials = 400;
    let taken = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const shift = 0.1 * (draw() - 0.5);
      const before = Array.from({ length: 100 }, () => said(0.85 + 0.1 * draw(), false)).map(
        ({ probability }) => said(probability, draw() < probability),
      );
      const after = before.map(({ probability, recalled }) => said(probability + shift, recalled));
      if (isBetter(before, after)) taken += 1;
    }
    expect(taken / trials).toBeLessThan(0.06);
    expect(taken).toBeGreaterThan(0);
  });
});
