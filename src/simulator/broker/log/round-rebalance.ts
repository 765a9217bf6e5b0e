import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { Timers } from '../world.ts';
import { rangeAssignment, stickyAssignment } from './assignment.ts';
import { INITIAL_REBALANCE_DELAY } from './group-settings.ts';
import type { Member, Rebalance, RebalanceReason } from './member.ts';
import type { Ownership } from './ownership.ts';

export interface RoundRules {
  /** Everybody gives up everything before a round; otherwise only what moves is given up, after it. */
  readonly eager: boolean;
  /** A round waits this long for members that don't answer, then goes on without them. */
  readonly patience: Micros;
  /** Puts a member out that didn't answer. */
  expel(now: Micros, member: Member): void;
}

/**
 * Kafka's classic protocol (KFK-09): rounds with a barrier. Members hear of a round at a heartbeat and join it at their next
 * poll, those who wait in an empty poll at once; when all have joined, partitions are shared out. The slowest member's
 * work so decides how long a round takes.
 *
 * Eager: who joins gives up everything first, so that nothing is read until the round ends. Cooperative: everybody keeps on
 * reading; the round names what has to move, its owners give it up at their next poll, and a second round hands it on.
 */
export class RoundRebalance implements Rebalance {
  readonly #ownership: Ownership;
  readonly #timers: Timers;
  readonly #rules: RoundRules;
  #isOpen = false;
  #round = 0;
  #notBefore: Micros = 0;

  constructor(ownership: Ownership, timers: Timers, rules: RoundRules) {
    this.#ownership = ownership;
    this.#timers = timers;
    this.#rules = rules;
  }

  joined(now: Micros, member: Member): void {
    if (this.#ownership.members.size === 1) this.#waitForMore(now);
    this.#enter(now, member, 'joined');
  }

  left(now: Micros, because: RebalanceReason): void {
    if (this.#ownership.members.size === 0) {
      this.#isOpen = false;
      return;
    }
    this.#open(now, because);
    this.#closeIfAllAnswered(now);
  }

  heartbeat(now: Micros, member: Member): void {
    if (!this.#isOpen || member.hasAnswered) return;
    member.isTold = true;
    if (member.isIdle && !member.isInPoll) this.#answer(now, member);
  }

  polled(now: Micros, member: Member): void {
    this.#readNews(now, member);
    if (this.#isOpen && member.isTold && !member.hasAnswered) this.#answer(now, member);
  }

  refusal(member: Member): Refusal {
    return this.#isOpen && member.hasAnswered
      ? new Refusal(
          'REBALANCE_IN_PROGRESS',
          `${member.name} gave the partition up for a rebalance.`,
        )
      : new Refusal(
          'ILLEGAL_GENERATION',
          `The partition belongs to another member than ${member.name} now.`,
        );
  }

  #waitForMore(now: Micros): void {
    this.#notBefore = now + INITIAL_REBALANCE_DELAY;
    this.#timers.at(this.#notBefore, (then) => this.#closeIfAllAnswered(then));
  }

  /** The member joins the round, and opens one where none is under way. */
  #enter(now: Micros, member: Member, because: RebalanceReason): void {
    this.#open(now, because);
    member.hasAnswered = true;
    this.#closeIfAllAnswered(now);
  }

  #open(now: Micros, because: RebalanceReason): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#round += 1;
    for (const member of this.#ownership.members) {
      member.hasAnswered = false;
      member.isTold = false;
    }
    this.#ownership.startGeneration(now, because);
    const round = this.#round;
    this.#timers.at(now + this.#rules.patience, (then) => this.#goOnWithoutTheRest(then, round));
  }

  #answer(now: Micros, member: Member): void {
    if (this.#rules.eager) this.#ownership.revoke(now, member, member.partitions);
    member.hasAnswered = true;
    this.#closeIfAllAnswered(now);
  }

  #goOnWithoutTheRest(now: Micros, round: number): void {
    for (const member of [...this.#ownership.members]) {
      if (!this.#isOpen || this.#round !== round) return;
      if (!member.hasAnswered) this.#rules.expel(now, member);
    }
  }

  #closeIfAllAnswered(now: Micros): void {
    if (!this.#isOpen || now < this.#notBefore) return;
    const members = [...this.#ownership.members];
    if (members.length === 0 || members.some((member) => !member.hasAnswered)) return;
    this.#isOpen = false;
    const { owners } = this.#ownership;
    const target = this.#rules.eager
      ? rangeAssignment(owners.length, members)
      : stickyAssignment(members, owners);
    // What another still holds waits for the next round.
    const isFree = (partition: number) =>
      owners[partition] === undefined || owners[partition] === target[partition];
    this.#ownership.endGeneration(now);
    for (const member of members)
      member.news = [...target.keys()].filter(
        (partition) => target[partition] === member && isFree(partition),
      );
    for (const member of members) if (member.isIdle) this.#readNews(now, member);
  }

  #readNews(now: Micros, member: Member): void {
    const { news } = member;
    if (!news || member.isGone) return;
    member.news = undefined;
    const moving = member.partitions.filter((partition) => !news.includes(partition));
    this.#ownership.revoke(now, member, moving);
    this.#ownership.give(now, member, news);
    if (moving.length > 0) this.#enter(now, member, 'revoked');
  }
}
