import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import { type Assignment, stickyAssignment } from './assignment.ts';
import type { Member, Rebalance, RebalanceReason } from './member.ts';
import type { Ownership } from './ownership.ts';

/**
 * Kafka's consumer protocol, KIP-848 (KFK-09): the coordinator decides at once who shall own what, and members come to it one by
 * one, without a barrier. A member hears at a heartbeat what to give up or to take, and does so at its next poll, or at
 * once while it waits in an empty one. A partition is taken only after its owner has given it up; nobody else pauses.
 */
export class IncrementalRebalance implements Rebalance {
  readonly #ownership: Ownership;
  #target: Assignment<Member>;
  #isUnderWay = false;

  constructor(ownership: Ownership) {
    this.#ownership = ownership;
    this.#target = ownership.owners.map(() => undefined);
  }

  joined(now: Micros, member: Member): void {
    this.#decide(now, 'joined');
    this.#reconcile(now, member);
  }

  left(now: Micros, because: RebalanceReason): void {
    if (this.#ownership.members.size > 0) this.#decide(now, because);
  }

  heartbeat(now: Micros, member: Member): void {
    if (!this.#isUnderWay) return;
    member.isTold = true;
    if (member.isIdle && !member.isInPoll) this.#reconcile(now, member);
  }

  polled(now: Micros, member: Member): void {
    if (member.isTold) this.#reconcile(now, member);
  }

  refusal(member: Member): Refusal {
    return new Refusal(
      'STALE_MEMBER_EPOCH',
      `The partition is no longer assigned to ${member.name}.`,
    );
  }

  #decide(now: Micros, because: RebalanceReason): void {
    this.#ownership.startGeneration(now, because);
    this.#isUnderWay = true;
    this.#target = stickyAssignment([...this.#ownership.members], this.#ownership.owners);
    this.#endIfDone(now);
  }

  #reconcile(now: Micros, member: Member): void {
    member.isTold = false;
    const isWanted = (partition: number) => this.#target[partition] === member;
    this.#ownership.revoke(
      now,
      member,
      member.partitions.filter((partition) => !isWanted(partition)),
    );
    this.#ownership.give(now, member, [...this.#target.keys()].filter(isWanted));
    this.#endIfDone(now);
  }

  #endIfDone(now: Micros): void {
    if (!this.#isUnderWay) return;
    if (this.#target.some((member, partition) => this.#ownership.owner(partition) !== member))
      return;
    this.#isUnderWay = false;
    this.#ownership.endGeneration(now);
  }
}
