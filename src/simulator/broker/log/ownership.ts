import type { Micros } from '../../engine/time.ts';
import type { BrokerWorld } from '../world.ts';
import type { GroupOffsets } from './group-offsets.ts';
import type { Absence, Member, RebalanceReason } from './member.ts';

/** Who is in a group and who holds which partition: at any time at most one (KFK-03). */
export class Ownership {
  /** In the order in which they joined. */
  readonly members = new Set<Member>();
  readonly #owners: (Member | undefined)[];
  readonly #world: BrokerWorld;
  readonly #group: string;
  readonly #log: string;
  readonly #offsets: GroupOffsets;
  #generation = 0;

  constructor(
    world: BrokerWorld,
    group: string,
    log: { readonly name: string; readonly partitions: number },
    offsets: GroupOffsets,
  ) {
    this.#world = world;
    this.#group = group;
    this.#log = log.name;
    this.#offsets = offsets;
    this.#owners = new Array(log.partitions).fill(undefined);
  }

  /** Each partition's owner. */
  get owners(): readonly (Member | undefined)[] {
    return this.#owners;
  }

  /** Counts rebalances. */
  get generation(): number {
    return this.#generation;
  }

  owner(partition: number): Member | undefined {
    return this.#owners[partition];
  }

  startGeneration(now: Micros, because: RebalanceReason): void {
    this.#generation += 1;
    const { generation } = this;
    this.#world.emit({
      kind: 'rebalance-started',
      at: now,
      group: this.#group,
      because,
      generation,
    });
  }

  endGeneration(now: Micros): void {
    const { generation } = this;
    this.#world.emit({ kind: 'rebalance-ended', at: now, group: this.#group, generation });
  }

  /** The member takes what nobody holds. */
  give(now: Micros, member: Member, wanted: readonly number[]): void {
    const partitions = wanted.filter((partition) => this.#owners[partition] === undefined);
    if (partitions.length === 0) return;
    member.partitions = [...member.partitions, ...partitions].sort((one, other) => one - other);
    for (const partition of partitions) {
      this.#owners[partition] = member;
      this.#offsets.begin(now, partition);
    }
    this.#world.emit({
      kind: 'partitions-assigned',
      at: now,
      group: this.#group,
      member: member.name,
      log: this.#log,
      partitions,
    });
    member.listener.assigned(now, partitions);
    this.wake(now, member);
  }

  /** The member gives these up, and may commit while it does. */
  revoke(now: Micros, member: Member, partitions: readonly number[]): void {
    if (partitions.length === 0) return;
    const { isInPoll } = member;
    member.isInPoll = true;
    member.listener.revoked(now, partitions, false);
    member.isInPoll = isInPoll;
    this.#free(now, member, partitions, false);
  }

  /** Takes everything from a member that doesn't answer, and puts it out. */
  putOut(now: Micros, member: Member, because: Absence): void {
    member.isGone = true;
    member.lost = member.partitions;
    this.#left(now, member, because);
    if (member.lost.length > 0) this.#free(now, member, member.lost, true);
  }

  /** The member closes. */
  close(now: Micros, member: Member): void {
    this.revoke(now, member, member.partitions);
    member.isGone = true;
    this.#left(now, member, 'closed');
  }

  /** Tells a member whose last poll was empty that it may poll again. */
  wake(now: Micros, member: Member): void {
    if (!member.isIdle || member.isWoken || member.isInPoll) return;
    if (!member.partitions.some((partition) => this.#offsets.hasMore(partition))) return;
    member.isWoken = true;
    member.listener.recordsReady(now);
  }

  #left(now: Micros, member: Member, because: Absence | 'closed'): void {
    this.members.delete(member);
    this.#world.emit({
      kind: 'member-left',
      at: now,
      group: this.#group,
      member: member.name,
      because,
    });
  }

  #free(now: Micros, member: Member, partitions: readonly number[], lost: boolean): void {
    for (const partition of partitions) {
      this.#owners[partition] = undefined;
      this.#offsets.end(partition);
    }
    member.partitions = member.partitions.filter((partition) => !partitions.includes(partition));
    this.#world.emit({
      kind: 'partitions-revoked',
      at: now,
      group: this.#group,
      member: member.name,
      log: this.#log,
      partitions,
      lost,
    });
  }
}
