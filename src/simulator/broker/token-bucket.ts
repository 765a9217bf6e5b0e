import { type Micros, SECOND } from '../engine/time.ts';

/** `rate` tokens a second, and at most one second's worth at once. Counts in whole parts of a token: exact. */
export class TokenBucket {
  readonly #rate: number;
  #parts: number;
  #asOf: Micros;

  constructor(rate: number, now: Micros) {
    this.#rate = rate;
    this.#parts = rate * SECOND;
    this.#asOf = now;
  }

  has(now: Micros, tokens: number): boolean {
    this.#refill(now);
    return this.#parts >= tokens * SECOND;
  }

  /** Takes what `has` said is there. */
  take(tokens: number): void {
    this.#parts -= tokens * SECOND;
  }

  /** A full bucket is as good as a new one. */
  isFull(now: Micros): boolean {
    this.#refill(now);
    return this.#parts === this.#rate * SECOND;
  }

  #refill(now: Micros): void {
    const elapsed = Math.min(now - this.#asOf, SECOND);
    this.#parts = Math.min(this.#rate * SECOND, this.#parts + elapsed * this.#rate);
    this.#asOf = now;
  }
}
