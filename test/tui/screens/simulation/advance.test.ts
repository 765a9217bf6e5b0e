import { expect, it } from 'vitest';
import { advanceWithin } from '../../../../src/tui/screens/simulation/advance.ts';

/** A world that takes so much real time for a second of virtual time. */
function worldThatTakes(msPerSecond: number) {
  const done = { micros: 0, nowMs: 0, slices: 0 };
  const world = {
    advance: (micros: number) => {
      expect(Number.isInteger(micros)).toBe(true);
      done.micros += micros;
      done.nowMs += (micros / 1e6) * msPerSecond;
      done.slices += 1;
    },
    nowMs: () => done.nowMs,
  };
  return { world, done };
}

it('lets all of the time pass where that is quick, in few slices', () => {
  const { world, done } = worldThatTakes(0.001);
  expect(advanceWithin(world, 3_600_000_123, 60)).toBe(true);
  expect(done.micros).toBe(3_600_000_123);
  expect(done.slices).toBeLessThan(30);
});

it.each([1, 100, 5000])('stops soon after the budget when a second takes %i ms', (ms) => {
  const { world, done } = worldThatTakes(ms);
  expect(advanceWithin(world, 1e12, 60)).toBe(false);
  expect(done.nowMs).toBeGreaterThanOrEqual(60);
  expect(done.nowMs).toBeLessThan(90);
});

it('always gets a little further', () => {
  const { world, done } = worldThatTakes(1e6);
  expect(advanceWithin(world, 10_000, 60)).toBe(false);
  expect(done.micros).toBeGreaterThan(0);
  expect(advanceWithin(world, 0, 60)).toBe(true);
});
