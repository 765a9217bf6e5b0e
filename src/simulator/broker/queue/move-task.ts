import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';

/** STD-13: a task that takes messages out of a dead-letter queue, at an even rate. */
export class MoveTask {
  /** Where all go; undefined sends each to where it came from. */
  readonly to: string | undefined;
  readonly by: string;
  readonly #startedAt: Micros;
  readonly #rate: number;
  /** What was visible at the start: messages that come back meanwhile are for another task. */
  readonly #total: number;
  #moved = 0;

  constructor(
    now: Micros,
    total: number,
    { to, rate, by }: { to: string | undefined; rate: number | undefined; by: string },
  ) {
    this.to = to;
    this.by = by;
    this.#startedAt = now;
    this.#rate = rate ?? LIMITS.moveTaskRate.max;
    this.#total = total;
  }

  get isDone(): boolean {
    return this.#moved >= this.#total;
  }

  /** When the next message is due, counted from the start so that rounding adds nothing up. */
  get nextAt(): Micros {
    return this.#startedAt + Math.floor((this.#moved * SECOND) / this.#rate);
  }

  count(): void {
    this.#moved += 1;
  }
}
