import type { Micros } from '../../engine/time.ts';

/** A number that changes with time: its mean is weighted by time, from 0 on, and exact on whole microseconds. */
export class Level {
  #value = 0;
  #max = 0;
  #area = 0;
  #since: Micros = 0;

  get value(): number {
    return this.#value;
  }

  add(at: Micros, change: number): void {
    this.#area += this.#value * (at - this.#since);
    this.#since = at;
    this.#value += change;
    if (this.#value > this.#max) this.#max = this.#value;
  }

  /** The integral up to this time: value times microseconds. */
  area(until: Micros): number {
    return this.#area + this.#value * (until - this.#since);
  }

  report(until: Micros): { mean: number; max: number; end: number } {
    const mean = until === 0 ? this.#value : this.area(until) / until;
    return { mean, max: this.#max, end: this.#value };
  }
}
