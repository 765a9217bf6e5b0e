import { describe, expect, it } from 'vitest';
import { cutOff, placeOf } from '../../../src/exercises/code/index.ts';

const said = (kind: 'stuck' | 'slow' | 'greedy', limit: number, place: string) =>
  cutOff({ kind, limit, place }).troubles.map(({ what }) => what);

describe('a program that had to be cut off', () => {
  it('is told where it was', () => {
    const place = placeOf('shop-17', 3);
    expect(said('stuck', 10, place)).toEqual([
      'it didn’t come back from shop-17 (seed 3) within 10 s',
    ]);
    expect(said('slow', 60, place)).toEqual([
      'it wasn’t through with all seeds after 60 s, when it was at shop-17 (seed 3)',
    ]);
    expect(said('greedy', 256, place)).toEqual([
      'it took more than 256 MB of memory, last seen at shop-17 (seed 3)',
    ]);
  });

  it('may have been nowhere yet', () => {
    expect(said('stuck', 10, '')).toEqual(['it didn’t come back from being loaded within 10 s']);
    expect(said('greedy', 256, '')).toEqual(['it took more than 256 MB of memory']);
  });

  it('never passes', () => {
    expect(cutOff({ kind: 'slow', limit: 60, place: '' })).toMatchObject({
      passed: false,
      seeds: 0,
    });
  });
});
