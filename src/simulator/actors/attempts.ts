import type { LogRecord } from '../broker/log/index.ts';

/** Of one partition, by offset. */
interface Tally {
  /** The newest offset that was delivered: what comes after it comes for the first time. */
  newest: number;
  /** How often records came that came more than once. */
  readonly deliveries: Map<number, number>;
  readonly failures: Map<number, number>;
}

/** How often a group's records were delivered and failed: of those that may come again, and of no others. */
export class Attempts {
  readonly #tallies: Tally[] = [];

  /** Counts one more delivery of a record, and gives how many there were. */
  delivered({ partition, offset }: LogRecord): number {
    const tally = this.#of(partition);
    if (offset > tally.newest) {
      tally.newest = offset;
      return 1;
    }
    return raise(tally.deliveries, offset, 1);
  }

  /** Counts one more failure, and gives how many there were. */
  failed({ partition, offset }: LogRecord): number {
    return raise(this.#of(partition).failures, offset, 0);
  }

  /** Nobody goes back behind this offset, unless to replay. */
  settled(partition: number, offset: number): void {
    const { deliveries, failures } = this.#of(partition);
    forgetBefore(offset, deliveries);
    forgetBefore(offset, failures);
  }

  #of(partition: number): Tally {
    this.#tallies[partition] ??= { newest: -1, deliveries: new Map(), failures: new Map() };
    return this.#tallies[partition];
  }
}

function raise(counts: Map<number, number>, offset: number, from: number): number {
  const count = (counts.get(offset) ?? from) + 1;
  counts.set(offset, count);
  return count;
}

function forgetBefore(end: number, counts: Map<number, number>): void {
  for (const offset of counts.keys()) if (offset < end) counts.delete(offset);
}
