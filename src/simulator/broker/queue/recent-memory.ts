import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';

const WINDOW: Micros = LIMITS.deduplicationSeconds.max * SECOND;

interface Remembered<Value> {
  readonly at: Micros;
  readonly value: Value;
}

/**
 * Remembers each key for five minutes after it was last said. There are two generations: when the younger one is a window
 * old, everything in the elder one is out of date and is forgotten at once. So memory is bounded by two windows.
 */
export class RecentMemory<Value> {
  #younger = new Map<string, Remembered<Value>>();
  #elder = new Map<string, Remembered<Value>>();
  #since: Micros = 0;

  recall(now: Micros, key: string): Value | undefined {
    const found = this.#younger.get(key) ?? this.#elder.get(key);
    return found && now < found.at + WINDOW ? found.value : undefined;
  }

  remember(now: Micros, key: string, value: Value): void {
    if (now >= this.#since + WINDOW) {
      this.#elder = this.#younger;
      this.#younger = new Map();
      this.#since = now;
    }
    this.#younger.set(key, { at: now, value });
  }

  forgetAll(): void {
    this.#younger.clear();
    this.#elder.clear();
  }
}
