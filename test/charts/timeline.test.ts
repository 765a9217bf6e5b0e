import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timePlot } from '../../src/charts/time-plot.ts';
import { timeline } from '../../src/charts/timeline.ts';

const rows = [
  { label: 'orders', values: [0, 4, 8, 4], note: '4, most 8' },
  { label: 'done', values: [2, 2], note: '2/s' },
];

describe('a timeline', () => {
  it('draws each row in its own scale over one axis of time', () => {
    expect(timeline(rows, { from: '0:00', to: '10:00' }, 41)).toEqual([
      'orders        ▄▄▄▄▄██████▄▄▄▄▄  4, most 8',
      'done    ██████████████████████  2/s',
      '        0:00             10:00',
    ]);
  });

  it('has a row for what was not measured, and none for nothing', () => {
    const lines = timeline([{ label: 'a', values: [], note: '' }], { from: '0', to: '9' }, 20);
    expect(lines).toEqual(['a', '   0             9']);
    expect(timeline([], { from: '0', to: '9' }, 20)).toEqual([]);
  });

  it('is never wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 100 }),
        fc.integer({ min: 1, max: 90 }),
        (values, width) => {
          const some = [{ label: 'a label of some length', values, note: 'now 1' }, ...rows];
          for (const line of timeline(some, { from: '0:00', to: '1:00' }, width))
            expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe('a plot over time', () => {
  it('has the times below its ends', () => {
    expect(timePlot([0, 4, 4, 2], ['0:00', '1:00'], 24, 2)).toEqual([
      ' 4┤   ╭───────╮',
      ' 2┤   │       ╰───',
      ' 0┤───╯',
      '  0:00        1:00',
    ]);
    expect(timePlot([], ['0:00', '1:00'], 24, 2)).toEqual([]);
  });

  it('is never wider than it may be', () => {
    const anyValues = fc.array(fc.nat(), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(anyValues, fc.integer({ min: 1, max: 120 }), (values, width) => {
        for (const line of timePlot(values, ['0:00', '1:00'], width, 3))
          expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
