import TinyQueue from 'tinyqueue';
import type { Micros } from './time.ts';

interface Entry {
  readonly time: Micros;
  readonly sequence: number;
  readonly run: (now: Micros) => void;
}

/**
 * What is still to happen, in the order (time, sequence): what was scheduled first comes first where times are equal, so a
 * run is the same on every machine. Time jumps from event to event and never goes back. Nothing is ever taken out; an event
 * that no longer matters finds that out when it runs.
 */
export class EventCalendar {
  readonly #entries = new TinyQueue<Entry>([], inOrder);
  #now: Micros = 0;
  #sequence = 0;
  #processed = 0;

  /** The time of the event that runs now, or of the last one. */
  get now(): Micros {
    return this.#now;
  }

  /** Events that have run so far. */
  get processed(): number {
    return this.#processed;
  }

  /** The time of the next event; undefined when there is none. */
  get nextAt(): Micros | undefined {
    return this.#entries.peek()?.time;
  }

  /** Calls `run` at `time`, which may be now: after everything that is already scheduled for now. */
  at(time: Micros, run: (now: Micros) => void): void {
    if (!Number.isSafeInteger(time) || time < this.#now)
      throw new RangeError(`an event at ${time} can't be scheduled at ${this.#now}`);
    this.#entries.push({ time, sequence: this.#sequence, run });
    this.#sequence += 1;
  }

  /** Runs the next event; false when there is none. */
  step(): boolean {
    const next = this.#entries.pop();
    if (!next) return false;
    this.#now = next.time;
    this.#processed += 1;
    next.run(next.time);
    return true;
  }

  /** Runs all events up to and including `time`, which it then is. */
  runUntil(time: Micros): void {
    let next = this.#entries.peek();
    while (next && next.time <= time) {
      this.step();
      next = this.#entries.peek();
    }
    if (time > this.#now) this.#now = time;
  }
}

function inOrder(a: Entry, b: Entry): number {
  return a.time - b.time || a.sequence - b.sequence;
}
