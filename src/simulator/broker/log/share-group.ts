import Denque from 'denque';
import { MILLISECOND, type Micros } from '../../engine/time.ts';
import type { RecordSettled } from '../../events/index.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld } from '../world.ts';
import { SHARE_GROUP_DEFAULTS, type ShareGroupSettings } from './group-settings.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { LogRecord } from './record.ts';
import { type Acquired, type Hold, SharePartition } from './share-partition.ts';

export interface ShareListener {
  /** The last acquire gave nothing, and the next may give something. */
  recordsReady(now: Micros): void;
}

/** How a member acknowledges a record: done, try again, or never again. */
export type Acknowledgement = 'accept' | 'release' | 'reject';

/**
 * Queue semantics on a log (KFK-15): any number of members take records of the same partitions, each record is locked for its
 * member and acknowledged on its own, and there is no order. What isn't acknowledged is handed out again with a higher
 * delivery count, and archived when it was handed out often enough. Kafka spreads partitions over members first; here each
 * member takes from all of them.
 */
export class ShareGroup {
  readonly name: string;
  readonly log: PartitionedLog;
  readonly settings: ShareGroupSettings;
  readonly #world: BrokerWorld;
  readonly #members = new Map<string, ShareListener>();
  /** Those whose last acquire gave nothing, in that order. */
  readonly #waiting = new Set<string>();
  /** Known from the first join on. */
  #partitions: SharePartition[] = [];
  /** In the order in which the locks end, since all are locked for the same time. */
  readonly #locks = new Denque<Hold>();
  #isArmed = false;
  #turn = 0;

  constructor(
    world: BrokerWorld,
    name: string,
    log: PartitionedLog,
    settings: ShareGroupSettings = SHARE_GROUP_DEFAULTS,
  ) {
    this.name = name;
    this.log = log;
    this.settings = settings;
    this.#world = world;
    log.onAppend((now, partition) => this.#wakeFor(now, this.#partitions[partition]));
  }

  join(now: Micros, member: string, listener: ShareListener): void {
    if (this.#partitions.length === 0) this.#begin();
    this.#members.set(member, listener);
    this.#waiting.add(member);
    this.#wakeForAny(now);
  }

  /** close(): what it holds is released at once. Who crashes doesn't get here, so its locks must end first. */
  leave(now: Micros, member: string): void {
    this.#members.delete(member);
    this.#waiting.delete(member);
    for (const partition of this.#partitions)
      for (const hold of partition.openOf(member)) this.#retry(now, partition, hold, 'released');
    this.#wakeForAny(now);
  }

  /** Up to `max` records, locked for this member. Nothing for who isn't in the group. */
  acquire(now: Micros, member: string, max: number): Acquired[] {
    const acquired: Acquired[] = [];
    if (!this.#members.has(member)) return acquired;
    this.#waiting.delete(member);
    const count = this.#partitions.length;
    const first = this.#turn;
    for (let step = 0; step < count && acquired.length < max; step += 1) {
      const place = (first + step) % count;
      const before = acquired.length;
      this.#acquireFrom(now, this.#partitions[place], member, max, acquired);
      if (acquired.length > before) this.#turn = place + 1;
    }
    if (acquired.length === 0) this.#waiting.add(member);
    return acquired;
  }

  /** Refused with INVALID_RECORD_STATE when the member doesn't hold the lock, or no longer. */
  acknowledge(
    now: Micros,
    member: string,
    partition: number,
    offset: number,
    how: Acknowledgement,
  ): Refusal | undefined {
    const share = this.#partitions[partition];
    const hold = share?.open(offset);
    if (!share || hold?.member !== member)
      return new Refusal(
        'INVALID_RECORD_STATE',
        `${member} has no lock on ${partition}/${offset}; it may have ended.`,
      );
    if (how === 'release') this.#retry(now, share, hold, 'released');
    else this.#finish(now, share, hold, how === 'accept' ? 'accepted' : 'rejected');
    this.#forgetSettledLocks();
    this.#wakeFor(now, share);
    return undefined;
  }

  /** Offsets that are not done yet, locked ones included. */
  lag(partition: number): number {
    return this.#partitions[partition]?.lag ?? 0;
  }

  #begin(): void {
    const { autoOffsetReset, isolation } = this.settings;
    this.#partitions = Array.from({ length: this.log.partitions }, (_, index) => {
      const from =
        autoOffsetReset === 'earliest' ? this.log.startOffset(index) : this.log.endOffset(index);
      return new SharePartition(this.log, index, from, isolation);
    });
  }

  #acquireFrom(
    now: Micros,
    partition: SharePartition | undefined,
    member: string,
    max: number,
    into: Acquired[],
  ): void {
    if (!partition) return;
    while (into.length < max) {
      const last = partition.takeAgain();
      if (!last) break;
      const { record, deliveryCount } = last;
      if (record.offset < this.log.startOffset(record.partition))
        this.#finish(now, partition, last, 'archived');
      else into.push(this.#lock(now, partition, member, record, deliveryCount + 1));
    }
    if (into.length === max) return;
    for (const record of partition.takeNew(max - into.length))
      into.push(this.#lock(now, partition, member, record, 1));
  }

  #lock(
    now: Micros,
    partition: SharePartition,
    member: string,
    record: LogRecord,
    deliveryCount: number,
  ): Hold {
    const lockedUntil = now + this.settings.recordLockDurationMs * MILLISECOND;
    const hold: Hold = { record, deliveryCount, lockedUntil, member, isOpen: true };
    partition.keep(hold);
    this.#locks.push(hold);
    this.#arm();
    this.#world.emit({
      kind: 'record-acquired',
      at: now,
      group: this.name,
      log: this.log.name,
      partition: record.partition,
      offset: record.offset,
      trace: record.trace,
      member,
      deliveryCount,
      lockedUntil,
    });
    return hold;
  }

  /** Another try, unless it had all it gets. */
  #retry(
    now: Micros,
    partition: SharePartition,
    hold: Hold,
    because: 'released' | 'lock-expired',
  ): void {
    if (hold.deliveryCount >= this.settings.deliveryCountLimit) {
      this.#finish(now, partition, hold, 'archived');
      return;
    }
    hold.isOpen = false;
    partition.giveBack(hold);
    this.#tell(now, hold, because);
  }

  #finish(
    now: Micros,
    partition: SharePartition,
    hold: Hold,
    outcome: RecordSettled['outcome'],
  ): void {
    hold.isOpen = false;
    partition.done(hold);
    this.#tell(now, hold, outcome);
  }

  #tell(now: Micros, { record, member }: Hold, outcome: RecordSettled['outcome']): void {
    this.#world.emit({
      kind: 'record-settled',
      at: now,
      group: this.name,
      log: this.log.name,
      partition: record.partition,
      offset: record.offset,
      trace: record.trace,
      member,
      outcome,
    });
  }

  #arm(): void {
    const next = this.#locks.peekFront();
    if (this.#isArmed || !next) return;
    this.#isArmed = true;
    this.#world.timers.at(next.lockedUntil, this.#expire);
  }

  readonly #expire = (now: Micros): void => {
    this.#isArmed = false;
    for (let hold = this.#locks.peekFront(); hold; hold = this.#locks.peekFront()) {
      const partition = this.#partitions[hold.record.partition];
      if (hold.lockedUntil > now) break;
      this.#locks.shift();
      if (hold.isOpen && partition) this.#retry(now, partition, hold, 'lock-expired');
    }
    this.#arm();
    this.#wakeForAny(now);
  };

  #forgetSettledLocks(): void {
    while (this.#locks.peekFront()?.isOpen === false) this.#locks.shift();
  }

  #wakeForAny(now: Micros): void {
    for (const partition of this.#partitions) this.#wakeFor(now, partition);
  }

  /** Wakes as many as find something, the longest waiting first. */
  #wakeFor(now: Micros, partition: SharePartition | undefined): void {
    if (this.#waiting.size === 0) return;
    for (const member of [...this.#waiting]) {
      if (!partition?.hasMore) return;
      this.#waiting.delete(member);
      this.#members.get(member)?.recordsReady(now);
    }
  }
}
