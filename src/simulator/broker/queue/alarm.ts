import type { Micros } from '../../engine/time.ts';
import type { Timers } from '../world.ts';

/** The one timer of a queue: it is set for what is due first, however much is due. */
export class Alarm {
  readonly #timers: Timers;
  readonly #settle: (now: Micros) => void;
  readonly #nextDue: () => Micros;
  #setFor: Micros = Number.POSITIVE_INFINITY;

  /** `settle` does what is due by then; `nextDue` says when there is more to do. */
  constructor(timers: Timers, settle: (now: Micros) => void, nextDue: () => Micros) {
    this.#timers = timers;
    this.#settle = settle;
    this.#nextDue = nextDue;
  }

  /** Nothing can be due by then. */
  isQuietAt(now: Micros): boolean {
    return now < this.#setFor;
  }

  /** Something is due at that time: now, when it is past. */
  set(now: Micros, at: Micros): void {
    if (at >= this.#setFor || at === Number.POSITIVE_INFINITY) return;
    this.#setFor = Math.max(now, at);
    this.#timers.at(this.#setFor, this.#ring);
  }

  /** One that an earlier one overtook rings as well, and finds nothing to do. */
  readonly #ring = (now: Micros): void => {
    if (this.isQuietAt(now)) return;
    this.#settle(now);
    this.#setFor = Number.POSITIVE_INFINITY;
    this.set(now, this.#nextDue());
  };
}
