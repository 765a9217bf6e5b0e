import type { Micros } from '../../engine/time.ts';
import type { LogEvent } from '../../events/index.ts';
import type { GroupReport } from '../metrics/report.ts';

/** Where a group of a log stands: a consumer group by its commits, a share group by the records that it settled. */
export class GroupFold {
  readonly log: string;
  readonly #partitions: number;
  readonly #committed = new Map<number, number>();
  readonly #ends = new Map<number, number>();
  readonly #startedUpTo = new Map<number, number>();
  readonly #owned = new Set<number>();
  #lag = 0;
  #maxLag = 0;
  #rebalances = 0;
  #commits = 0;
  #reprocessed = 0;
  #skippedByReset = 0;
  #paused: Micros = 0;
  /** Since when some partition has no owner; before the first assignment nothing is said to pause. */
  #pausedSince: Micros | undefined;

  constructor(log: string, partitions: number) {
    this.log = log;
    this.#partitions = partitions;
  }

  get lag(): number {
    return this.#lag;
  }

  get maxLag(): number {
    return this.#maxLag;
  }

  get skippedByReset(): number {
    return this.#skippedByReset;
  }

  /** The next offset of a partition that the group hasn't committed. */
  committed(partition: number): number {
    return this.#committed.get(partition) ?? 0;
  }

  appended(partition: number, offset: number): void {
    this.#endsAt(partition, offset + 1);
  }

  see(event: LogEvent): void {
    switch (event.kind) {
      case 'committed':
        this.#commits += 1;
        this.#endsAt(event.partition, event.logEndOffset);
        this.#commitTo(event.partition, event.committedOffset);
        break;
      case 'offset-reset':
        this.#skippedByReset += Math.max(0, event.to - (event.from ?? 0));
        this.#commitTo(event.partition, event.to);
        break;
      case 'record-settled':
        if (isOver(event.outcome)) this.#addLag(-1);
        break;
      case 'rebalance-ended':
        this.#rebalances += 1;
        break;
      case 'partitions-assigned':
        for (const partition of event.partitions) this.#owned.add(partition);
        this.#ownersChanged(event.at);
        break;
      case 'partitions-revoked':
        for (const partition of event.partitions) this.#owned.delete(partition);
        this.#ownersChanged(event.at);
        break;
    }
  }

  /** Work began on the record `partition/offset`. */
  started(record: string): void {
    const slash = record.indexOf('/');
    const partition = Number(record.slice(0, slash));
    const offset = Number(record.slice(slash + 1));
    const upTo = this.#startedUpTo.get(partition) ?? 0;
    if (offset < upTo) this.#reprocessed += 1;
    else this.#startedUpTo.set(partition, offset + 1);
  }

  report(endedAt: Micros): GroupReport {
    return {
      lag: { max: this.#maxLag, end: this.#lag },
      rebalances: this.#rebalances,
      paused: this.#paused + (endedAt - (this.#pausedSince ?? endedAt)),
      reprocessed: this.#reprocessed,
      commits: this.#commits,
    };
  }

  #endsAt(partition: number, end: number): void {
    const before = this.#ends.get(partition) ?? 0;
    if (end <= before) return;
    this.#ends.set(partition, end);
    this.#addLag(end - before);
  }

  #commitTo(partition: number, offset: number): void {
    this.#addLag(this.committed(partition) - offset);
    this.#committed.set(partition, offset);
  }

  #addLag(change: number): void {
    this.#lag += change;
    if (this.#lag > this.#maxLag) this.#maxLag = this.#lag;
  }

  #ownersChanged(at: Micros): void {
    if (this.#pausedSince !== undefined) this.#paused += at - this.#pausedSince;
    this.#pausedSince = this.#owned.size < this.#partitions ? at : undefined;
  }
}

/** The record needs nobody any more. */
export function isOver(outcome: string): boolean {
  return outcome === 'accepted' || outcome === 'rejected' || outcome === 'archived';
}
