import { describe, expect, it } from 'vitest';
import { Timeline } from '../../../../src/commands/sim/live/timeline.ts';

const SECOND = 1_000_000;

function timeline() {
  const now = { level: 0, count: 0 };
  const line = new Timeline([
    { label: 'depth', unit: 'messages', kind: 'level', read: () => now.level },
    { label: 'done', unit: '/s', kind: 'count', read: () => now.count },
  ]);
  const values = () => line.series().map((series) => series.values);
  return { now, line, values };
}

describe('the timeline', () => {
  it('has a value for each step that is over: levels as they were, counts as rates', () => {
    const { now, line, values } = timeline();
    line.goTo(0);
    expect(values()).toEqual([[], []]);
    now.level = 3;
    now.count = 7;
    line.goTo(100_000);
    now.level = 9;
    line.goTo(399_999);
    expect(values()).toEqual([
      [3, 9, 9],
      [70, 0, 0],
    ]);
  });

  it('has a few hundred equal steps from the start, however long the run is, and loses neither peaks nor counts', () => {
    const { now, line, values } = timeline();
    for (let second = 0; second < 7200; second += 1) {
      line.goTo(second * SECOND);
      now.level = second === 5000 ? 77 : 5;
      now.count += second < 3600 ? 10 : 30;
    }
    line.goTo(7200 * SECOND);
    const [levels = [], rates = []] = values();
    expect(levels.length).toBe(rates.length);
    expect(levels.length).toBeGreaterThan(200);
    expect(levels.length).toBeLessThan(480);
    expect(Math.max(...levels)).toBe(77);
    const step = 7200 / levels.length;
    const counted = rates.reduce((sum, rate) => sum + rate * step, 0);
    expect(counted / now.count).toBeCloseTo(1, 2);
    expect(rates[10]).toBeCloseTo(10, 0);
    expect(rates.at(-10)).toBeCloseTo(30, 0);
  });
});
