import MurmurHash3 from 'imurmurhash';
import type { SimulationEvent } from '../events/index.ts';

/** One event as a line of a trace: JSON, the keys in the order in which the broker and the actors write them. */
export function traceLine(event: SimulationEvent): string {
  return JSON.stringify(event);
}

/** A fingerprint of a trace: two runs with the same one went the same way, event by event. */
export class TraceHash {
  // Without new, all callers of the library share one object.
  readonly #low = new MurmurHash3('', 1);
  readonly #high = new MurmurHash3('', 2);

  see(event: SimulationEvent): void {
    const line = traceLine(event);
    this.#low.hash(line);
    this.#high.hash(line);
  }

  /** Sixteen hexadecimal digits. */
  get digest(): string {
    return [this.#high, this.#low]
      .map((hash) => hash.result().toString(16).padStart(8, '0'))
      .join('');
  }
}
