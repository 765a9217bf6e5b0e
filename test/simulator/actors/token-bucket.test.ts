import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../src/simulator/actors/token-bucket.ts';
import { SECOND } from '../../../src/simulator/engine/index.ts';

const rate = fc.integer({ min: 1, max: 10_000 });
const burst = fc.integer({ min: 1, max: 20 });
const gaps = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 })), { maxLength: 200 });

describe('a token bucket', () => {
  it('is full at first, and gives no more than the burst at once', () => {
    const bucket = new TokenBucket({ rate: 10, burst: 3 });
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
    expect(bucket.take(99_999)).toBe(false);
    expect(bucket.take(100_000)).toBe(true);
    expect(bucket.take(100_000)).toBe(false);
  });

  it('never holds more than the burst, however long nothing is taken', () => {
    const bucket = new TokenBucket({ rate: 1_000, burst: 2 });
    const later = 3_600 * SECOND;
    expect([later, later, later].map((now) => bucket.take(now))).toEqual([true, true, false]);
  });

  it('gives exactly what a level that is counted step by step gives', () => {
    fc.assert(
      fc.property(rate, burst, gaps, (perSecond, size, waits) => {
        const bucket = new TokenBucket({ rate: perSecond, burst: size });
        const level = new CountedLevel(perSecond, size);
        let now = 0;
        for (const gap of waits) {
          now += gap;
          expect(bucket.take(now)).toBe(level.take(gap));
        }
      }),
    );
  });

  it('reserves exactly the moment at which that level reaches the next token', () => {
    fc.assert(
      fc.property(rate, burst, gaps, (perSecond, size, waits) => {
        const bucket = new TokenBucket({ rate: perSecond, burst: size });
        const level = new CountedLevel(perSecond, size);
        let now = 0;
        for (const gap of waits) {
          now += gap;
          expect(bucket.reserve(now)).toBe(now + level.reserve(gap));
        }
      }),
    );
  });

  it('keeps its rate in the long run, whole number or not', () => {
    for (const perSecond of [1 / 3, 0.7, 3, 16.67, 1_000]) {
      const bucket = new TokenBucket({ rate: perSecond, burst: 1 });
      let at = 0;
      for (let taken = 0; taken <= 10_000; taken += 1) at = bucket.reserve(at);
      expect(Math.abs(at - (10_000 * SECOND) / perSecond)).toBeLessThanOrEqual(1);
    }
  });
});

/** The obvious bucket: its level in millionths of a token. */
class CountedLevel {
  readonly #rate: number;
  readonly #full: number;
  #level: number;

  constructor(perSecond: number, size: number) {
    this.#rate = perSecond;
    this.#full = size * SECOND;
    this.#level = this.#full;
  }

  take(gap: number): boolean {
    this.#flow(gap);
    if (this.#level < SECOND) return false;
    this.#level -= SECOND;
    return true;
  }

  /** How long until the token that it gives is there. */
  reserve(gap: number): number {
    this.#flow(gap);
    const wait = Math.max(0, Math.ceil((SECOND - this.#level) / this.#rate));
    this.#level -= SECOND;
    return wait;
  }

  #flow(gap: number): void {
    this.#level = Math.min(this.#full, this.#level + gap * this.#rate);
  }
}
