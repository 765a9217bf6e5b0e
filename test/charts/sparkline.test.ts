import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peaks, sparkline } from '../../src/charts/sparkline.ts';

describe('a sparkline', () => {
  it('shows values by the height of characters, the highest in full', () => {
    expect(sparkline([0, 1, 2, 4, 8], 5)).toBe(' ▁▂▄█');
    expect(sparkline([0, 0], 2)).toBe('  ');
    expect(sparkline([], 10)).toBe('');
  });

  it('can be drawn in the scale of another', () => {
    expect(sparkline([4], 1, 8)).toBe('▄');
    expect(sparkline([16], 1, 8)).toBe('█');
  });

  it('is stretched or squeezed to its columns, and no peak is lost', () => {
    expect(sparkline([1, 2], 6)).toBe('▄▄▄███');
    expect(peaks([1, 1, 9, 1, 1, 1, 1, 2], 4)).toEqual([1, 9, 1, 2]);
    const values = fc.array(fc.nat(), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 120 }), (some, columns) => {
        expect(sparkline(some, columns)).toHaveLength(columns);
        expect(Math.max(...peaks(some, columns))).toBe(Math.max(...some));
      }),
    );
  });
});
