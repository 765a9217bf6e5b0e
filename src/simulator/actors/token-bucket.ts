import { type Micros, SECOND } from '../engine/index.ts';
import type { TokenBucketSettings } from '../settings/consumer.ts';

/**
 * `rate` tokens a second flow into a bucket that holds `burst`; it starts full. Nothing is added up step by step: it counts what
 * was taken since it was last full and compares that with the time since then, in whole numbers where the rate is one.
 */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #fullAt: Micros = 0;
  #takenSince = 0;

  constructor({ rate, burst }: TokenBucketSettings) {
    this.#rate = rate;
    this.#burst = burst;
  }

  /** Takes a token; false when there is none. */
  take(now: Micros): boolean {
    this.#refill(now);
    if (this.#flowed(now) < this.#needed()) return false;
    this.#takenSince += 1;
    return true;
  }

  /** Takes the next token, which may have yet to flow in, and tells when it is there: now, or later. */
  reserve(now: Micros): Micros {
    this.#refill(now);
    const at = this.#flowed(now) >= this.#needed() ? now : this.#nextAt();
    this.#takenSince += 1;
    return at;
  }

  #refill(now: Micros): void {
    if (this.#flowed(now) < this.#takenSince * SECOND) return;
    this.#fullAt = now;
    this.#takenSince = 0;
  }

  /** The first moment at which enough has flowed in; a rate that is no whole number may round to one too early. */
  #nextAt(): Micros {
    const estimate = this.#fullAt + Math.ceil(this.#needed() / this.#rate);
    return this.#flowed(estimate) >= this.#needed() ? estimate : estimate + 1;
  }

  /** What has flowed in since it was full, in millionths of a token. */
  #flowed(now: Micros): number {
    return (now - this.#fullAt) * this.#rate;
  }

  /** What must have flowed in for one more token, in millionths of a token. */
  #needed(): number {
    return (this.#takenSince + 1 - this.#burst) * SECOND;
  }
}
