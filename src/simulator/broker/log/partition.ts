import Denque from 'denque';
import type { Micros } from '../../engine/time.ts';
import type { Entry } from './entry.ts';
import { ProducerMemory } from './producer-memory.ts';
import type { Isolation, LogRecord, LogTransaction } from './record.ts';

/**
 * The entries of one partition, in the order of their appends (KFK-02). Any offset is found at once, however long the
 * partition is; what log retention takes away is forgotten.
 */
export class Partition {
  readonly producers = new ProducerMemory();
  readonly #entries = new Denque<Entry>();
  #end = 0;
  #bytes = 0;
  /** The first offset of each open transaction, the oldest first. */
  readonly #open = new Map<LogTransaction, number>();

  get startOffset(): number {
    return this.#end - this.#entries.length;
  }

  get endOffset(): number {
    return this.#end;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get oldest(): Entry | undefined {
    return this.#entries.peekFront();
  }

  /** Everything before this offset is decided: no transaction that began there is still open. */
  get lastStableOffset(): number {
    for (const first of this.#open.values()) return first;
    return this.#end;
  }

  add(entry: Entry): void {
    if (entry.transaction && !entry.control && !this.#open.has(entry.transaction))
      this.#open.set(entry.transaction, entry.offset);
    this.#entries.push(entry);
    this.#bytes += entry.sizeBytes;
    this.#end += 1;
  }

  /** Marks the end of a transaction, which takes an offset. */
  close(entry: Entry, transaction: LogTransaction): void {
    this.#open.delete(transaction);
    this.add(entry);
  }

  /** Puts up to `max` records from this offset into `into`, and gives the offset to go on from. */
  readInto(into: LogRecord[], from: number, max: number, isolation: Isolation): number {
    const start = this.startOffset;
    const committed = isolation === 'read_committed';
    const end = committed ? this.lastStableOffset : this.#end;
    let next = Math.max(from, start);
    for (let room = max; next < end && room > 0; next += 1) {
      const entry = this.#entries.peekAt(next - start);
      if (!entry || isHidden(entry, committed)) continue;
      into.push(entry);
      room -= 1;
    }
    return next;
  }

  /** The first offset that was appended at this time or later; the end when there is none. */
  offsetAt(time: Micros): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries.peekAt(middle)?.appendedAt ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return this.startOffset + low;
  }

  dropOldest(): void {
    this.#bytes -= this.#entries.shift()?.sizeBytes ?? 0;
  }
}

function isHidden(entry: Entry, committedOnly: boolean): boolean {
  return entry.control || (committedOnly && entry.transaction?.outcome === 'aborted');
}
