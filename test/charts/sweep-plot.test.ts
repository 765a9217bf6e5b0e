import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SweepPoint, sweepPlot } from '../../src/charts/sweep-plot.ts';

const axes = { x: 'workers', xUnit: '', y: 'latency p99', yUnit: 's' };

const points: SweepPoint[] = [
  { x: 1, mean: 90, min: 70, max: 120 },
  { x: 5, mean: 60, min: 45, max: 80 },
  { x: 10, mean: 20, min: 18, max: 25 },
  { x: 20, mean: 15, min: 15, max: 15 },
];

describe('a sweep plot', () => {
  it('draws the mean, the band over seeds, the threshold, and both axes with their units', () => {
    expect(sweepPlot(points, { ...axes, threshold: 30 }, 44, 9)).toMatchInlineSnapshot(`
      [
        "latency p99 (s)",
        "150┤",
        "   │",
        "   │░░",
        "100┤░░░░░",
        "   ●────╮░░░░",
        "   │░░░░╰──●╮░░░",
        " 50┤   ░░░░░╰────╮░",
        "   │╌╌╌╌╌╌╌╌╌╌╌╌╌╰───╮╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
        "   │                ░╰●────────────────────●",
        "  0┤",
        "   └───────┬──────────┬────────────────────┬",
        "   1       5         10                   20",
        "                                     workers",
        "● mean  ░ least to most  ╌ check: 30 s",
      ]
    `);
  });

  it('says only what there is to see', () => {
    const same = points.map(({ x }) => ({ x, mean: 2, min: 2, max: 2 }));
    const text = sweepPlot(same, { ...axes, yUnit: '' }, 30, 6).join('\n');
    expect(text).not.toMatch(/[░╌]|mean/);
    expect(text.startsWith('latency p99\n')).toBe(true);
  });

  it('draws one point, and points where all is 0', () => {
    const [point] = points;
    expect(sweepPlot(point ? [point] : [], axes, 30, 4).join('\n')).toContain('●');
    const zero = points.map(({ x }) => ({ x, mean: 0, min: 0, max: 0 }));
    expect(sweepPlot(zero, axes, 30, 4).join('\n')).toMatch(/0●─/);
    expect(sweepPlot([], axes, 30, 4)).toEqual([]);
  });

  it('puts the points where their numbers are, in any order', () => {
    const turned = sweepPlot(points.toReversed(), axes, 44, 9);
    expect(turned).toEqual(sweepPlot(points, axes, 44, 9));
    const ticks = turned.find((line) => line.includes('└')) ?? '';
    expect(ticks.trimStart()).toBe(`└${'─'.repeat(7)}┬${'─'.repeat(10)}┬${'─'.repeat(20)}┬`);
  });

  it('shows the threshold also above all that was measured', () => {
    const lines = sweepPlot(points, { ...axes, threshold: 600 }, 44, 9);
    expect(lines.find((line) => line.includes('╌'))).toMatch(/^600┤╌+$/);
    expect(lines.at(-1)).toContain('check: 600 s');
  });

  it('is never wider than it may be, nor higher', () => {
    const value = fc.double({ min: 0, max: 1e7, noNaN: true });
    const anyPoint = fc
      .tuple(fc.integer({ min: -50, max: 1e6 }), value, value, value)
      .map(([x, ...of]) => {
        const [min = 0, mean = 0, max = 0] = of.toSorted((a, b) => a - b);
        return { x, min, mean, max };
      });
    const anyPoints = fc.array(anyPoint, { minLength: 1, maxLength: 60 });
    const width = fc.integer({ min: 1, max: 130 });
    fc.assert(
      fc.property(anyPoints, width, fc.integer({ min: 1, max: 30 }), (some, columns, steps) => {
        const lines = sweepPlot(some, { ...axes, threshold: 5 }, columns, steps);
        expect(lines.length).toBeLessThanOrEqual(steps + 6);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
