import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatMap } from '../../src/charts/heat-map.ts';

const columns = [
  { label: 'Oct', cells: [0, 1] },
  { label: '', cells: [2, 3] },
  { label: 'Nov', cells: [4, undefined] },
];
const rowLabels = ['Mon', 'Tue'];

describe('a heat map', () => {
  it('has labels above and beside, and says what its shades stand for', () => {
    expect(heatMap({ columns, rowLabels }, 40)).toEqual([
      '    Oct Nov',
      'Mon   ▒▒██',
      'Tue ░░▓▓',
      '░ 1  ▒ 2  ▓ 3  █ 4',
    ]);
  });

  it('leaves a label out that has no room', () => {
    const close = columns.slice(1).map((column) => ({ ...column, label: 'Nov' }));
    expect(heatMap({ columns: close, rowLabels }, 40)[0]).toBe('    Nov');
  });

  it('keeps the last columns when not all fit', () => {
    expect(heatMap({ columns, rowLabels }, 7)).toEqual(['    Nov', 'Mon ██', 'Tue', '░ 1  ▒']);
  });

  it.each([
    [0, ''],
    [1, '█ 1'],
    [2, '▒ 1  █ 2'],
    [3, '▒ 1  ▓ 2  █ 3'],
    [10, '░ 1-2  ▒ 3-5  ▓ 6-7  █ 8-10'],
  ])('up to %i has the legend %j', (most, legend) => {
    const map = { columns: [{ label: '', cells: [most] }], rowLabels: ['x'] };
    expect(heatMap(map, 40).at(-1)).toBe(legend);
  });

  it('shades each count as its legend says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (most, some) => {
        const count = Math.max(1, Math.min(most, some));
        const cells = [count, most];
        const lines = heatMap({ columns: [{ label: '', cells }], rowLabels: ['x', 'y'] }, 60);
        const shade = lines[1]?.at(-1);
        const range = lines[3]?.split('  ').find((each) => each.startsWith(`${shade} `));
        const [first = Number.NaN, last = first] = range?.slice(2).split('-').map(Number) ?? [];
        expect(count).toBeGreaterThanOrEqual(first);
        expect(count).toBeLessThanOrEqual(last);
      }),
    );
  });

  it('fits any width', () => {
    const column = fc.record({
      label: fc.constantFrom('', 'Jan', 'Feb'),
      cells: fc.array(fc.option(fc.nat(), { nil: undefined }), { maxLength: 7 }),
    });
    fc.assert(
      fc.property(fc.array(column), fc.integer({ min: 1, max: 130 }), (some, width) => {
        const lines = heatMap(
          { columns: some, rowLabels: ['Mon', '', 'Wed', '', '', '', ''] },
          width,
        );
        expect(lines).toHaveLength(9);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
