import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../src/markdown/layout/table-widths.ts';

const size = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }))
  .map(([natural, word]) => ({ natural, longestWord: Math.min(natural, word) }));
const sizes = fc.array(size, { minLength: 1, maxLength: 9 });
const room = fc.integer({ min: 1, max: 200 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('columnWidths', () => {
  it('gives all what they need where there is room', () => {
    const columns = [
      { natural: 10, longestWord: 5 },
      { natural: 20, longestWord: 5 },
    ];
    expect(columnWidths(columns, 30)).toEqual([10, 20]);
  });

  it('gives up when not even the longest words have room', () => {
    const columns = [
      { natural: 40, longestWord: 20 },
      { natural: 40, longestWord: 20 },
    ];
    expect(columnWidths(columns, 40)).toEqual([20, 20]);
    expect(columnWidths(columns, 39)).toBeUndefined();
  });

  it('never takes more than the room, nor gives a column more than it needs or breaks a word of 22', () => {
    fc.assert(
      fc.property(sizes, room, (columns, columnsOfRoom) => {
        const widths = columnWidths(columns, columnsOfRoom);
        if (!widths) return;
        expect(sum(widths)).toBeLessThanOrEqual(columnsOfRoom);
        for (const [index, { natural, longestWord }] of columns.entries()) {
          expect(widths[index]).toBeLessThanOrEqual(natural);
          expect(widths[index]).toBeGreaterThanOrEqual(Math.min(longestWord, 22));
        }
      }),
    );
  });

  it('finds widths for more room where it found them for less', () => {
    fc.assert(
      fc.property(sizes, room, fc.nat(50), (columns, less, more) => {
        if (columnWidths(columns, less)) expect(columnWidths(columns, less + more)).toBeDefined();
      }),
    );
  });
});
