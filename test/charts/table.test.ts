import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/charts/table.ts';

const rows = [
  ['', 'recall', 'of'],
  ['delivery-guarantees', '91 %', '120'],
  ['kafka', '100 %', '7'],
];

describe('a table', () => {
  it('puts the first column to the left and the others to the right', () => {
    expect(table(rows, 80)).toEqual([
      '                     recall   of',
      'delivery-guarantees    91 %  120',
      'kafka                 100 %    7',
    ]);
  });

  it('shortens the first column where there is no room', () => {
    expect(table(rows, 22)).toEqual([
      '           recall   of',
      'delivery…    91 %  120',
      'kafka       100 %    7',
    ]);
  });

  it('is never wider than it may be', () => {
    const cell = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });
    const some = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 130 }), (rows, width) => {
        const lines = table(rows, width);
        expect(lines).toHaveLength(rows.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
