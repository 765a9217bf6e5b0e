import type { Micros } from '../../engine/time.ts';
import type { Refusal } from '../refusal.ts';

/**
 * What a consumer is told. Calls come while the group does something else, so they should only note it, commit, or poll; a
 * poll from within the member's own poll gives nothing. A worker that stands still for a while notes them all the same.
 */
export interface GroupListener {
  /** These partitions are its own from now on. */
  assigned(now: Micros, partitions: readonly number[]): void;
  /**
   * It gives these up: until this returns it may commit what it has done. When they were `lost`, others have them already and
   * a commit is refused.
   */
  revoked(now: Micros, partitions: readonly number[], lost: boolean): void;
  /** Its last poll gave nothing, and the next may give something. */
  recordsReady(now: Micros): void;
}

/** One life of a consumer in its group. Who crashes and comes back under the same name is another member. */
export class Member {
  readonly name: string;
  readonly listener: GroupListener;
  /** What it owns, ascending. */
  partitions: readonly number[] = [];
  /** Its next poll begins with the partition at this place, so that no partition starves. */
  turn = 0;
  lastHeartbeat: Micros;
  lastPoll: Micros;
  /** It is within a poll that found nothing, so it answers a rebalance at a heartbeat. Others answer at their next poll. */
  isIdle = true;
  isInPoll = false;
  /** It was told that there is something to read and hasn't polled since. */
  isWoken = false;
  /** A heartbeat told it of a rebalance. */
  isTold = false;
  /** Eager and cooperative: it has joined the round that is under way. */
  hasAnswered = false;
  /** Cooperative: what the last round gave it and it hasn't looked at yet. */
  news: readonly number[] | undefined;
  /** It is no longer in the group, and may not know it. */
  isGone = false;
  /** What it lost when it was put out, until it is told. */
  lost: readonly number[] = [];

  constructor(name: string, listener: GroupListener, now: Micros) {
    this.name = name;
    this.listener = listener;
    this.lastHeartbeat = now;
    this.lastPoll = now;
  }
}

/** How the group finds that a member is gone. */
export type Absence = 'session-timeout' | 'poll-interval';

/** Why partitions are shared out anew. */
export type RebalanceReason = Absence | 'joined' | 'left' | 'revoked';

/** A protocol by which members agree on who owns what (KFK-09). */
export interface Rebalance {
  /** The member is in the group and owns nothing yet. */
  joined(now: Micros, member: Member): void;
  /** A member is out of the group and owns nothing any more. */
  left(now: Micros, because: RebalanceReason): void;
  heartbeat(now: Micros, member: Member): void;
  /** Comes before the records of a poll. */
  polled(now: Micros, member: Member): void;
  /** Why a commit for a partition of somebody else is refused. */
  refusal(member: Member): Refusal;
}
