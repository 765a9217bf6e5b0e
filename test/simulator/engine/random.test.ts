import { sampleCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { RandomStream, RandomStreams } from '../../../src/simulator/engine/index.ts';
import { runs } from '../../fixtures/runs.ts';

const BINS = 2 ** 16;
const DRAWS = runs(BINS * 16).numRuns;

describe('a random stream', () => {
  it('gives on every machine what it gave on the first', () => {
    const draws = (seed: number, name: string) => {
      const stream = new RandomStream(seed, name);
      return [stream.uniform() * 2 ** 53, stream.uniform() * 2 ** 53, stream.below(1_000_000)];
    };
    expect(draws(0, '')).toEqual([2788259531895608, 4581994277428259, 821920]);
    expect(draws(42, 'buyers arrivals')).toEqual([86889162265568, 7636143717995228, 992750]);
    expect(draws(2 ** 40, 'é漢')).toEqual([4967018460289365, 1982591312855292, 436421]);
  });

  it('is the same for the same seed and name, and another one for others', () => {
    const first = (seed: number, name: string) => new RandomStream(seed, name).uniform();
    expect(first(1, 'a')).toBe(first(1, 'a'));
    const others = [first(1, 'a'), first(2, 'a'), first(1, 'b'), first(1, 'a '), first(11, 'a')];
    expect(new Set(others).size).toBe(others.length);
  });

  it('draws uniformly: chi-square over 65,536 bins', () => {
    const stream = new RandomStream(1, 'bins');
    expect(excess(() => Math.floor(stream.uniform() * BINS))).toBeLessThan(4);
  });

  it('draws uniformly in its last bits, too', () => {
    const stream = new RandomStream(1, 'last bits');
    expect(excess(() => (stream.uniform() * 2 ** 53) % BINS)).toBeLessThan(4);
  });

  it('draws pairs uniformly', () => {
    const stream = new RandomStream(1, 'pairs');
    const byte = () => Math.floor(stream.uniform() * 256);
    expect(excess(() => byte() * 256 + byte())).toBeLessThan(4);
  });

  it('draws whole numbers uniformly', () => {
    const stream = new RandomStream(1, 'below');
    expect(excess(() => stream.below(BINS))).toBeLessThan(4);
    const thirds = new RandomStream(1, 'thirds');
    const limit = 3 * 2 ** 30;
    const high = share(() => thirds.below(limit) >= 2 ** 31);
    expect(Math.abs(high - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / DRAWS));
  });

  it.each([
    [1, 'orders', 1, 'payments'],
    [1, 'orders', 2, 'orders'],
    [1, 'worker-1', 1, 'worker-2'],
  ])('seed %d, %s has nothing to do with seed %d, %s', (seed, name, otherSeed, otherName) => {
    const draws = (stream: RandomStream) => Array.from({ length: 20_000 }, () => stream.uniform());
    const correlation = sampleCorrelation(
      draws(new RandomStream(seed, name)),
      draws(new RandomStream(otherSeed, otherName)),
    );
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(20_000));
  });

  it('never has a chance of 0 and always one of 1, both without drawing', () => {
    const stream = new RandomStream(1, 'chance');
    const untouched = new RandomStream(1, 'chance');
    for (const probability of [0, -1, 1, 2])
      expect(stream.chance(probability)).toBe(probability >= 1);
    expect(stream.uniform()).toBe(untouched.uniform());
    const hits = share(() => stream.chance(0.3));
    expect(Math.abs(hits - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / DRAWS));
  });
});

describe('the streams of a run', () => {
  it('go on by name, whatever the others draw', () => {
    const streams = new RandomStreams(7);
    const alone = new RandomStream(7, 'a');
    for (let draw = 0; draw < 5; draw += 1) {
      streams.stream('b').uniform();
      expect(streams.stream('a').uniform()).toBe(alone.uniform());
    }
  });
});

/** By how many standard deviations the chi-square of the bins' counts is off. */
function excess(draw: () => number): number {
  const counts = new Uint32Array(BINS);
  for (let drawn = 0; drawn < DRAWS; drawn += 1) {
    const bin = draw();
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const expected = DRAWS / BINS;
  let chiSquare = 0;
  for (const count of counts) chiSquare += (count - expected) ** 2 / expected;
  return Math.abs(chiSquare - (BINS - 1)) / Math.sqrt(2 * (BINS - 1));
}

function share(happens: () => boolean): number {
  let happened = 0;
  for (let drawn = 0; drawn < DRAWS; drawn += 1) if (happens()) happened += 1;
  return happened / DRAWS;
}
