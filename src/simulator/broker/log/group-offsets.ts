import type { Micros } from '../../engine/time.ts';
import type { BrokerWorld } from '../world.ts';
import type { ConsumerGroupSettings } from './group-settings.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { LogRecord } from './record.ts';

/** What the group knows of one partition. */
interface Standing {
  /** The next offset to read after a change of owners (KFK-07). */
  committed: number | undefined;
  /** Where the owner reads next; undefined while nobody owns it, or while a transaction decides where to begin. */
  position: number | undefined;
  /** The offset after the last record that the owner was given. */
  delivered: number | undefined;
  /** Where auto.offset.reset put a group that had committed nothing. */
  began: number | undefined;
  /** Open transactions that want to commit an offset. */
  pending: number;
}

/** A group's positions and commits: one number of each for a partition, independent of any other group (KFK-04). */
export class GroupOffsets {
  readonly #world: BrokerWorld;
  readonly #group: string;
  readonly #log: PartitionedLog;
  readonly #settings: ConsumerGroupSettings;
  readonly #standings: Standing[];

  constructor(
    world: BrokerWorld,
    group: string,
    log: PartitionedLog,
    settings: ConsumerGroupSettings,
  ) {
    this.#world = world;
    this.#group = group;
    this.#log = log;
    this.#settings = settings;
    this.#standings = Array.from({ length: log.partitions }, () => ({
      committed: undefined,
      position: undefined,
      delivered: undefined,
      began: undefined,
      pending: 0,
    }));
  }

  committed(partition: number): number | undefined {
    return this.#of(partition).committed;
  }

  position(partition: number): number | undefined {
    return this.#of(partition).position;
  }

  /** Log end minus committed offset (KFK-11); a group that never committed counts from where it began or would begin. */
  lag(partition: number): number {
    const end = this.#log.endOffset(partition);
    const { committed, began } = this.#of(partition);
    const wouldBegin =
      this.#settings.autoOffsetReset === 'earliest' ? this.#log.startOffset(partition) : end;
    return end - (committed ?? began ?? wouldBegin);
  }

  /** A new owner goes on from the last commit (KFK-10), unless a transaction is about to change it. */
  begin(now: Micros, partition: number): void {
    const standing = this.#of(partition);
    standing.delivered = undefined;
    standing.position = undefined;
    if (standing.pending > 0) return;
    standing.position = this.#readable(now, partition, standing.committed);
    if (standing.committed === undefined) standing.began = standing.position;
  }

  end(partition: number): void {
    this.#of(partition).position = undefined;
  }

  seek(partition: number, offset: number): void {
    const standing = this.#of(partition);
    standing.position = offset;
    standing.delivered = undefined;
  }

  hasMore(partition: number): boolean {
    const { position } = this.#of(partition);
    return (
      position !== undefined && this.#log.hasMore(partition, position, this.#settings.isolation)
    );
  }

  /** Puts up to `max` records that come next into `into`, and tells how far that goes: `[from, to)`. */
  take(
    now: Micros,
    into: LogRecord[],
    partition: number,
    max: number,
  ): { from: number; to: number } | undefined {
    const standing = this.#of(partition);
    if (standing.position === undefined || !this.hasMore(partition)) return undefined;
    const from = this.#readable(now, partition, standing.position);
    const before = into.length;
    standing.position = this.#log.readInto(into, partition, from, max, this.#settings.isolation);
    const last = into[into.length - 1];
    if (into.length > before && last) standing.delivered = last.offset + 1;
    return { from, to: standing.position };
  }

  /**
   * Only marks of transactions and aborted records came after what is committed: there is nothing in them to work off, so the
   * position behind them is committed with the poll, as clients do that care about lag.
   */
  passOver(now: Micros, member: string, partition: number, from: number, to: number): void {
    const { committed, began } = this.#of(partition);
    if ((committed ?? began) === from) this.commit(now, member, partition, to);
  }

  /**
   * Sets the one position that outlives its owner. To commit what follows the last record given out is to commit the position,
   * as committing a poll does, so that marks of transactions behind it leave no lag.
   */
  commit(now: Micros, member: string, partition: number, offset: number): void {
    const standing = this.#of(partition);
    standing.committed = offset === standing.delivered ? (standing.position ?? offset) : offset;
    this.#world.emit({
      kind: 'committed',
      at: now,
      group: this.#group,
      member,
      log: this.#log.name,
      partition,
      committedOffset: standing.committed,
      logEndOffset: this.#log.endOffset(partition),
    });
  }

  /** A transaction will say where this partition goes on. */
  await(partition: number): void {
    this.#of(partition).pending += 1;
  }

  /** It has said it, or was aborted. */
  decided(partition: number): void {
    this.#of(partition).pending -= 1;
  }

  /** Moves all commits, and with them the group (KFK-12). Only while nobody owns a partition. */
  reset(now: Micros, offsetOf: (partition: number) => number): void {
    for (const [partition, standing] of this.#standings.entries()) {
      const to = offsetOf(partition);
      this.#tellReset(now, partition, standing.committed, to, 'replay');
      standing.committed = to;
    }
  }

  /** The group was empty for so long that nobody remembers. */
  forget(): void {
    for (const standing of this.#standings) {
      standing.committed = undefined;
      standing.began = undefined;
    }
  }

  /** The offset itself, or what auto.offset.reset says where it doesn't exist or exists no more (KFK-05). */
  #readable(now: Micros, partition: number, offset: number | undefined): number {
    const start = this.#log.startOffset(partition);
    const end = this.#log.endOffset(partition);
    if (offset !== undefined && offset >= start && offset <= end) return offset;
    const to = this.#settings.autoOffsetReset === 'earliest' ? start : end;
    this.#tellReset(now, partition, offset, to, this.#settings.autoOffsetReset);
    return to;
  }

  #tellReset(
    now: Micros,
    partition: number,
    from: number | undefined,
    to: number,
    because: 'earliest' | 'latest' | 'replay',
  ): void {
    this.#world.emit({
      kind: 'offset-reset',
      at: now,
      group: this.#group,
      log: this.#log.name,
      partition,
      from,
      to,
      because,
    });
  }

  #of(partition: number): Standing {
    const standing = this.#standings[partition];
    if (!standing) throw new RangeError(`${this.#log.name} has no partition ${partition}`);
    return standing;
  }
}
