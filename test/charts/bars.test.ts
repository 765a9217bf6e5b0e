import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bars } from '../../src/charts/bars.ts';

const narrow = fc.string({ unit: 'grapheme-ascii', maxLength: 30 });

describe('bars', () => {
  it('fill the room between labels and notes by their values', () => {
    const rows = [
      { label: 'today', value: 16, note: '16' },
      { label: 'Sun', value: 8, note: '8' },
      { label: 'Mon', value: 0, note: '0' },
      { label: 'Tue', value: 3, note: '3' },
    ];
    expect(bars(rows, 18)).toEqual([
      'today  ████████ 16',
      'Sun    ████ 8',
      'Mon    0',
      'Tue    █▌ 3',
    ]);
  });

  it('show a little where there is a little', () => {
    const rows = [
      { label: 'a', value: 10_000, note: '' },
      { label: 'b', value: 1, note: '' },
    ];
    expect(bars(rows, 20)[1]).toBe('b  ▏');
  });

  it('leave room up to a full one', () => {
    expect(bars([{ label: 'a', value: 1, note: '1' }], 15, 5)).toEqual(['a  ██ 1']);
  });

  it('leave half the width to a long label at most', () => {
    expect(bars([{ label: 'a-very-long-topic', value: 1, note: '1' }], 20)).toEqual([
      'a-very-lo…  ██████ 1',
    ]);
  });

  it('are never wider than they may be, and as many as there are values', () => {
    const row = fc.record({ label: narrow, value: fc.nat(), note: narrow });
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 130 }), (rows, width) => {
        const lines = bars(rows, width);
        expect(lines).toHaveLength(rows.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
