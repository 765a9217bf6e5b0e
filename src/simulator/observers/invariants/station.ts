import type { Micros } from '../../engine/time.ts';

/**
 * Somewhere that things come to and leave, measured in two ways: how many are there, integrated over time, and how long each of
 * them stayed. By Little's law as an identity the two are equal at any time, in whole microseconds.
 */
export class Station {
  readonly #enteredAt = new Map<string, Micros>();
  #depth = 0;
  #area = 0;
  #since: Micros = 0;
  /** The stays of those who left. */
  #stays = 0;
  /** The times at which those who are there came, added up. */
  #entries = 0;

  get depth(): number {
    return this.#depth;
  }

  enter(at: Micros, thing: string): void {
    this.#change(at, 1);
    this.#enteredAt.set(thing, at);
    this.#entries += at;
  }

  leave(at: Micros, thing: string): void {
    this.#change(at, -1);
    const enteredAt = this.#enteredAt.get(thing);
    if (enteredAt === undefined) return;
    this.#enteredAt.delete(thing);
    this.#entries -= enteredAt;
    this.#stays += at - enteredAt;
  }

  /** The integral of how many were there. */
  areaUntil(time: Micros): number {
    return this.#area + this.#depth * (time - this.#since);
  }

  /** What is wrong, if the two measures differ. */
  imbalance(now: Micros): string | undefined {
    const area = this.areaUntil(now);
    const stays = this.#stays + this.#enteredAt.size * now - this.#entries;
    return area === stays
      ? undefined
      : `the integral of its depth is ${area}, the stays add up to ${stays}`;
  }

  #change(at: Micros, by: number): void {
    this.#area = this.areaUntil(at);
    this.#since = at;
    this.#depth += by;
  }
}
