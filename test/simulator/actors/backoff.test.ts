import { describe, expect, it } from 'vitest';
import { backoff } from '../../../src/simulator/actors/backoff.ts';
import { RandomStream } from '../../../src/simulator/engine/index.ts';

const SETTINGS = { attempts: 9, backoff: 100, multiplier: 2, max: 1_000, jitter: false };

describe('the wait before the next attempt', () => {
  it('grows with each failure up to the most that is allowed', () => {
    const random = new RandomStream(1, 'waits');
    const waits = [1, 2, 3, 4, 5, 6].map((failures) => backoff(SETTINGS, failures, random));
    expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('is anything between nothing and that with full jitter', () => {
    const random = new RandomStream(1, 'waits');
    const waits = Array.from({ length: 2_000 }, () =>
      backoff({ ...SETTINGS, jitter: true }, 4, random),
    );
    expect(Math.min(...waits)).toBeLessThan(40);
    expect(Math.max(...waits)).toBeGreaterThan(760);
    expect(Math.max(...waits)).toBeLessThanOrEqual(800);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(Math.abs(mean - 400)).toBeLessThan(25);
  });
});
