import type { LogRecord } from '../broker/log/index.ts';
import { Refusal } from '../broker/refusal.ts';
import type { Micros } from '../engine/time.ts';
import type { GroupWork } from './group-work.ts';
import type { Progress } from './progress.ts';

/** Commits positions after the work, before it, or by the clock (KFK-06). */
export class PlainProgress implements Progress {
  readonly producer = undefined;
  readonly #member: string;
  readonly #consumer: GroupWork;
  /** What is done and not committed: the next offset of each partition. */
  readonly #done = new Map<number, number>();
  #committedAt: Micros = 0;

  constructor(member: string, consumer: GroupWork) {
    this.#member = member;
    this.#consumer = consumer;
  }

  start(): void {
    // What was read before is the group's to know.
  }

  /** By the clock, if that is how it commits; else what it couldn't commit while it was cut off. */
  beforePoll(now: Micros): void {
    const { commit, autoCommitInterval } = this.#consumer.groupSettings;
    if (commit === 'auto') {
      if (now - this.#committedAt < autoCommitInterval) return;
      this.#committedAt = now;
    }
    this.#commit(now);
  }

  fetched(now: Micros, records: readonly LogRecord[]): void {
    if (!this.#isBefore) return;
    for (const { partition, offset } of records) {
      if (!this.#done.has(partition)) this.#consumer.settled(partition, offset);
      this.#done.set(partition, offset + 1);
    }
    this.#commit(now);
  }

  done({ partition, offset }: LogRecord): void {
    if (!this.#isBefore) this.#done.set(partition, offset + 1);
  }

  /** Other partitions go on meanwhile. */
  failed(
    now: Micros,
    { partition, offset }: LogRecord,
    pending: readonly LogRecord[],
  ): LogRecord[] {
    const { group } = this.#consumer;
    this.#commit(now);
    group.seek(this.#member, partition, offset);
    return pending.filter((record) => record.partition !== partition);
  }

  endPoll(now: Micros): void {
    if (this.#consumer.groupSettings.commit === 'after') this.#commit(now);
  }

  revoked(now: Micros, partitions: readonly number[], lost: boolean): void {
    if (!lost && !this.#isBefore) this.#commit(now);
    for (const partition of partitions) this.#done.delete(partition);
  }

  close(now: Micros): void {
    this.#commit(now);
  }

  forget(): void {
    this.#done.clear();
  }

  get #isBefore(): boolean {
    return this.#consumer.groupSettings.commit === 'before';
  }

  #commit(now: Micros): void {
    const { group, isAway } = this.#consumer;
    if (isAway) return;
    for (const [partition, offset] of this.#done) {
      const refusal = group.commit(now, this.#member, partition, offset);
      // Who commits before the work may still have to read again what it just committed.
      if (!(refusal instanceof Refusal || this.#isBefore))
        this.#consumer.settled(partition, offset);
    }
    this.#done.clear();
  }
}
