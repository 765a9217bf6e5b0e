import type { Micros } from '../../engine/time.ts';
import type { Appended, LogEvent } from '../../events/index.ts';
import type { GroupReport } from '../metrics/report.ts';
import { Level } from './level.ts';

/** Where a group of a log stands: a consumer group by its commits, a share group by the records that it settled. */
export class GroupFold {
  readonly log: string;
  /** Records appended and not committed. */
  readonly lag = new Level();
  readonly #partitions: number;
  readonly #committed = new Map<number, number>();
  readonly #ends = new Map<number, number>();
  readonly #startedUpTo = new Map<number, number>();
  readonly #owned = new Set<number>();
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

  get skippedByReset(): number {
    return this.#skippedByReset;
  }

  /** The next offset of a partition that the group hasn't committed. */
  committed(partition: number): number {
    return this.#committed.get(partition) ?? 0;
  }

  appended({ at, partition, offset }: Appended): void {
    this.#endsAt(at, partition, offset + 1);
  }

  see(event: LogEvent): void {
    switch (event.kind) {
      case 'committed':
        this.#commits += 1;
        this.#endsAt(event.at, event.partition, event.logEndOffset);
        this.#commitTo(event.at, event.partition, event.committedOffset);
        break;
      case 'offset-reset':
        this.#skippedByReset += Math.max(0, event.to - (event.from ?? 0));
        this.#commitTo(event.at, event.partition, event.to);
        break;
      case 'record-settled':
        if (isOver(event.outcome)) this.lag.add(event.at, -1);
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
    const { max, end } = this.lag.report(endedAt);
    return {
      lag: { max, end },
      rebalances: this.#rebalances,
      paused: this.#paused + (endedAt - (this.#pausedSince ?? endedAt)),
      reprocessed: this.#reprocessed,
      commits: this.#commits,
    };
  }

  #endsAt(at: Micros, partition: number, end: number): void {
    const before = this.#ends.get(partition) ?? 0;
    if (end <= before) return;
    this.#ends.set(partition, end);
    this.lag.add(at, end - before);
  }

  #commitTo(at: Micros, partition: number, offset: number): void {
    this.lag.add(at, this.committed(partition) - offset);
    this.#committed.set(partition, offset);
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
