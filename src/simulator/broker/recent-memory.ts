import { type Micros, SECOND } from '../engine/time.ts';
import { hashOf, KeyTable } from './key-table.ts';
import { LIMITS } from './limits.ts';

const WINDOW: Micros = LIMITS.deduplicationSeconds.max * SECOND;

/** What was said for one window. It may be very much, so a key costs no object: its time and its value stand in columns. */
class Generation<Value> {
  readonly #keys = new KeyTable();
  readonly #times: Micros[] = [];
  readonly #values: Value[] = [];
  readonly since: Micros;

  constructor(since: Micros) {
    this.since = since;
  }

  /** The value that was remembered less than a window ago. */
  recall(now: Micros, key: string, hash: number): Value | undefined {
    const number = this.#keys.find(key, hash);
    if (number === undefined || now >= (this.#times[number] ?? 0) + WINDOW) return undefined;
    return this.#values[number];
  }

  remember(now: Micros, key: string, value: Value): void {
    const number = this.#keys.add(key);
    this.#times[number] = now;
    this.#values[number] = value;
  }
}

/**
 * Remembers each key for five minutes after it was last said. There are two generations: when the younger one is a window
 * old, everything in the elder one is out of date and is forgotten at once. So memory is bounded by two windows.
 */
export class RecentMemory<Value> {
  #younger = new Generation<Value>(0);
  #elder = new Generation<Value>(0);

  recall(now: Micros, key: string): Value | undefined {
    const hash = hashOf(key);
    return this.#younger.recall(now, key, hash) ?? this.#elder.recall(now, key, hash);
  }

  remember(now: Micros, key: string, value: Value): void {
    if (now >= this.#younger.since + WINDOW) {
      this.#elder = this.#younger;
      this.#younger = new Generation(now);
    }
    this.#younger.remember(now, key, value);
  }

  forgetAll(): void {
    this.#younger = new Generation(this.#younger.since);
    this.#elder = new Generation(0);
  }
}
