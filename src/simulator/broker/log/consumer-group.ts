import { MILLISECOND, type Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld } from '../world.ts';
import { GroupOffsets } from './group-offsets.ts';
import { type ConsumerGroupSettings, OFFSETS_RETENTION } from './group-settings.ts';
import { IncrementalRebalance } from './incremental-rebalance.ts';
import { Liveness } from './liveness.ts';
import { type Absence, type GroupListener, Member, type Rebalance } from './member.ts';
import { Ownership } from './ownership.ts';
import type { PartitionedLog } from './partitioned-log.ts';
import type { LogRecord } from './record.ts';
import { RoundRebalance } from './round-rebalance.ts';

/**
 * Consumers that share a log's partitions: each partition has one owner at a time (KFK-03), and one committed offset that
 * its next owner goes on from (KFK-10). Other groups on the same log don't matter (KFK-04).
 *
 * Members heartbeat every `settings.heartbeatIntervalMs`, also while they work, and poll for records. Kafka's client finds
 * out about a rebalance by heartbeats, and acts on it when it polls; so do these.
 */
export class ConsumerGroup {
  readonly name: string;
  readonly log: PartitionedLog;
  readonly settings: ConsumerGroupSettings;
  readonly #world: BrokerWorld;
  readonly #offsets: GroupOffsets;
  readonly #ownership: Ownership;
  readonly #rebalance: Rebalance;
  readonly #liveness: Liveness;
  /** Each name's last life, put out or not. */
  readonly #byName = new Map<string, Member>();
  /** Counts times without members, so that old timers know that they are old. */
  #timesEmpty = 0;

  constructor(
    world: BrokerWorld,
    name: string,
    log: PartitionedLog,
    settings: ConsumerGroupSettings,
  ) {
    this.name = name;
    this.log = log;
    this.settings = settings;
    this.#world = world;
    this.#offsets = new GroupOffsets(world, name, log, settings);
    this.#ownership = new Ownership(world, name, log, this.#offsets);
    this.#rebalance = this.#protocol();
    this.#liveness = new Liveness(world.timers, settings, (now, member, because) =>
      this.#expel(now, member, because),
    );
    log.onAppend((now, partition) => {
      const owner = this.#ownership.owner(partition);
      if (owner) this.#ownership.wake(now, owner);
    });
  }

  get generation(): number {
    return this.#ownership.generation;
  }

  /** Members in the group, those included that crashed and haven't been missed yet. */
  get size(): number {
    return this.#ownership.members.size;
  }

  /** The name of the partition's owner. */
  owner(partition: number): string | undefined {
    return this.#ownership.owner(partition)?.name;
  }

  /**
   * Enters the group; partitions come by the listener. Who joins under a name that crashed is a new member: the old one
   * holds its partitions until its session times out (KFK-08).
   */
  join(now: Micros, name: string, listener: GroupListener): void {
    this.#enter(now, new Member(name, listener, now));
  }

  /** A sign of life, and when the member hears of a rebalance. One that was put out finds out at its next poll. */
  heartbeat(now: Micros, name: string): void {
    const member = this.#byName.get(name);
    if (!member || member.isGone) return;
    member.lastHeartbeat = now;
    this.#rebalance.heartbeat(now, member);
  }

  /** close(): the member gives everything up, so that others get it without waiting for a timeout (KFK-08). */
  leave(now: Micros, name: string): void {
    const member = this.#byName.get(name);
    if (member && !member.isGone) {
      this.#ownership.close(now, member);
      this.#without(now, 'left');
    }
    this.#byName.delete(name);
  }

  /**
   * Up to `max` records of the member's partitions, each partition in order. A member that was put out is told what it lost,
   * and joins again. Nothing for who isn't in the group, or is in this very call already.
   */
  poll(now: Micros, name: string, max: number): LogRecord[] {
    const records: LogRecord[] = [];
    const known = this.#byName.get(name);
    if (!known || known.isInPoll) return records;
    const member = known.isGone ? this.#rejoin(now, known) : known;
    member.lastPoll = now;
    member.isInPoll = true;
    member.isIdle = true;
    member.isWoken = false;
    this.#rebalance.polled(now, member);
    this.#take(now, member, records, max);
    member.isIdle = records.length === 0;
    member.isInPoll = false;
    return records;
  }

  /**
   * Sets the partition's one committed offset: the next to read. Refused with UNKNOWN_MEMBER_ID for who was put out, and with
   * ILLEGAL_GENERATION, REBALANCE_IN_PROGRESS or STALE_MEMBER_EPOCH for who no longer owns it.
   */
  commit(now: Micros, name: string, partition: number, offset: number): Refusal | undefined {
    const refusal = this.#refusal(name, partition);
    if (!refusal) this.#offsets.commit(now, name, partition, offset);
    return refusal;
  }

  /** Moves where the member reads next; what is committed stays. Refused as a commit is. */
  seek(name: string, partition: number, offset: number): Refusal | undefined {
    const refusal = this.#refusal(name, partition);
    if (!refusal) this.#offsets.seek(partition, offset);
    return refusal;
  }

  /** The next offset to read after a change of owners; undefined when nothing was ever committed. */
  committed(partition: number): number | undefined {
    return this.#offsets.committed(partition);
  }

  /** Where its owner reads next; undefined while nobody does. */
  position(partition: number): number | undefined {
    return this.#offsets.position(partition);
  }

  /** Log end minus committed offset (KFK-11), in offsets: marks of transactions count. */
  lag(partition: number): number {
    return this.#offsets.lag(partition);
  }

  /** Sets all committed offsets, for a replay: to an end, or to what was appended at a time. NON_EMPTY_GROUP (KFK-12). */
  setOffsets(now: Micros, to: 'earliest' | 'latest' | Micros): Refusal | undefined {
    if (this.size > 0)
      return new Refusal(
        'NON_EMPTY_GROUP',
        `${this.name} has ${this.size} members; stop them first.`,
      );
    this.#offsets.reset(now, (partition) => {
      if (to === 'earliest') return this.log.startOffset(partition);
      return to === 'latest' ? this.log.endOffset(partition) : this.log.offsetAt(partition, to);
    });
    return undefined;
  }

  /** A transaction of this member wants to commit an offset: whoever owns the partition next waits for its end. Refused as a commit is. */
  beginCommit(name: string, partition: number): Refusal | undefined {
    const refusal = this.#refusal(name, partition);
    if (!refusal) this.#offsets.await(partition);
    return refusal;
  }

  /** The transaction ended; without an offset it was aborted. */
  endCommit(now: Micros, name: string, partition: number, offset: number | undefined): void {
    this.#offsets.decided(partition);
    if (offset !== undefined) this.#offsets.commit(now, name, partition, offset);
    const owner = this.#ownership.owner(partition);
    if (!owner || this.#offsets.position(partition) !== undefined) return;
    this.#offsets.begin(now, partition);
    this.#ownership.wake(now, owner);
  }

  #protocol(): Rebalance {
    const { protocol, maxPollIntervalMs } = this.settings;
    if (protocol === 'consumer') return new IncrementalRebalance(this.#ownership);
    return new RoundRebalance(this.#ownership, this.#world.timers, {
      eager: protocol === 'eager',
      patience: maxPollIntervalMs * MILLISECOND,
      expel: (now, member) => this.#expel(now, member, 'poll-interval'),
    });
  }

  #enter(now: Micros, member: Member): void {
    this.#byName.set(member.name, member);
    this.#ownership.members.add(member);
    this.#liveness.watch(member);
    this.#rebalance.joined(now, member);
  }

  #rejoin(now: Micros, gone: Member): Member {
    if (gone.lost.length > 0) gone.listener.revoked(now, gone.lost, true);
    const member = new Member(gone.name, gone.listener, now);
    member.isInPoll = true;
    this.#enter(now, member);
    return member;
  }

  #take(now: Micros, member: Member, records: LogRecord[], max: number): void {
    const { partitions } = member;
    const first = member.turn;
    for (let step = 0; step < partitions.length && records.length < max; step += 1) {
      const place = (first + step) % partitions.length;
      const partition = partitions[place] ?? 0;
      const before = records.length;
      const range = this.#offsets.take(now, records, partition, max - before);
      if (!range) continue;
      member.turn = place + 1;
      this.#world.emit({
        kind: 'fetched',
        at: now,
        group: this.name,
        member: member.name,
        log: this.log.name,
        partition,
        ...range,
      });
      if (records.length === before)
        this.#offsets.passOver(now, member.name, partition, range.from, range.to);
    }
  }

  #refusal(name: string, partition: number): Refusal | undefined {
    const member = this.#byName.get(name);
    if (!member || member.isGone)
      return new Refusal(
        'UNKNOWN_MEMBER_ID',
        `${name} is not in ${this.name}; it joins again by polling.`,
      );
    if (this.#ownership.owner(partition) === member) return undefined;
    return this.#rebalance.refusal(member);
  }

  #expel(now: Micros, member: Member, because: Absence): void {
    this.#ownership.putOut(now, member, because);
    this.#without(now, because);
  }

  #without(now: Micros, because: 'left' | Absence): void {
    this.#rebalance.left(now, because);
    if (this.size > 0) return;
    this.#timesEmpty += 1;
    const times = this.#timesEmpty;
    this.#world.timers.at(now + OFFSETS_RETENTION, () => {
      if (this.size === 0 && this.#timesEmpty === times) this.#offsets.forget();
    });
  }
}
