import TinyQueue from 'tinyqueue';
import type { Micros } from '../../engine/time.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { Isolation, LogRecord } from './record.ts';

/** One hand-out of a record, locked for a member. */
export interface Acquired {
  readonly record: LogRecord;
  /** From 1. */
  readonly deliveryCount: number;
  /** After this it is handed out again unless it is acknowledged. */
  readonly lockedUntil: Micros;
}

export interface Hold extends Acquired {
  readonly member: string;
  isOpen: boolean;
}

/** What a share group has in hand of one partition: a window between what is done and what nobody has got yet. */
export class SharePartition {
  readonly #log: PartitionedLog;
  readonly #index: number;
  readonly #isolation: Isolation;
  /** The last hold of each record that was handed out and isn't done. */
  readonly #holds = new Map<number, Hold>();
  /** Offsets that are to be handed out again, the oldest first. */
  readonly #again = new TinyQueue<number>([], (one, other) => one - other);
  #next: number;

  constructor(log: PartitionedLog, index: number, from: number, isolation: Isolation) {
    this.#log = log;
    this.#index = index;
    this.#next = from;
    this.#isolation = isolation;
  }

  get hasMore(): boolean {
    return this.#again.length > 0 || this.#log.hasMore(this.#index, this.#next, this.#isolation);
  }

  /** Offsets that are not done: never handed out, locked, or waiting for another try. */
  get lag(): number {
    const start = this.#log.startOffset(this.#index);
    return this.#log.endOffset(this.#index) - Math.max(this.#next, start) + this.#holds.size;
  }

  /** The hold that an acknowledgement is about, if it is still open. */
  open(offset: number): Hold | undefined {
    const hold = this.#holds.get(offset);
    return hold?.isOpen ? hold : undefined;
  }

  openOf(member: string): Hold[] {
    return [...this.#holds.values()].filter((hold) => hold.isOpen && hold.member === member);
  }

  keep(hold: Hold): void {
    this.#holds.set(hold.record.offset, hold);
  }

  giveBack(hold: Hold): void {
    this.#again.push(hold.record.offset);
  }

  done(hold: Hold): void {
    this.#holds.delete(hold.record.offset);
  }

  /** The last hold of the oldest record that is to be handed out again. */
  takeAgain(): Hold | undefined {
    const offset = this.#again.pop();
    return offset === undefined ? undefined : this.#holds.get(offset);
  }

  takeNew(max: number): LogRecord[] {
    const { records, next } = this.#log.read(this.#index, this.#next, max, this.#isolation);
    this.#next = next;
    return records;
  }
}
