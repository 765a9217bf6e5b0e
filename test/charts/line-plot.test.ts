import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlot } from '../../src/charts/line-plot.ts';

describe('a line plot', () => {
  it('draws values over an axis with labels', () => {
    expect(linePlot([0, 2, 4, 4, 0], 20, 4)).toEqual([
      ' 4┤ ╭─╮',
      ' 3┤ │ │',
      ' 2┤╭╯ │',
      ' 1┤│  │',
      ' 0┤╯  ╰',
    ]);
  });

  it('is flat when nothing happened, and absent without values', () => {
    const lines = linePlot([0, 0, 0], 20, 2);
    expect(lines.at(-1)).toBe(' 0┤──');
    expect(linePlot([], 20, 2)).toEqual([]);
  });

  it('takes means where there are more values than columns', () => {
    const lines = linePlot([0, 8, 0, 8, 0, 8], 7, 2);
    expect(lines).toEqual([' 8┤', ' 4┤──', ' 0┤']);
  });

  it('is never wider than it may be', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { maxLength: 300 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 130 }), (some, width) => {
        const lines = linePlot(some, width, 6);
        expect(lines).toHaveLength(some.length === 0 ? 0 : 7);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
