import { MILLISECOND, type Micros } from '../../engine/time.ts';
import type { Timers } from '../world.ts';
import type { ConsumerGroupSettings } from './group-settings.ts';
import type { Absence, Member } from './member.ts';

/**
 * Notices members that are gone (KFK-08): no heartbeat within the session timeout, or no poll within max.poll.interval. Who
 * waits in an empty poll is polling all the time.
 */
export class Liveness {
  readonly #timers: Timers;
  readonly #session: Micros;
  readonly #pollInterval: Micros;
  readonly #expel: (now: Micros, member: Member, because: Absence) => void;

  constructor(
    timers: Timers,
    settings: ConsumerGroupSettings,
    expel: (now: Micros, member: Member, because: Absence) => void,
  ) {
    this.#timers = timers;
    this.#session = settings.sessionTimeoutMs * MILLISECOND;
    this.#pollInterval = settings.maxPollIntervalMs * MILLISECOND;
    this.#expel = expel;
  }

  watch(member: Member): void {
    this.#timers.at(member.lastHeartbeat + this.#session, (now) => this.#hear(now, member));
    this.#timers.at(member.lastPoll + this.#pollInterval, (now) => this.#look(now, member));
  }

  #hear(now: Micros, member: Member): void {
    if (member.isGone) return;
    const due = member.lastHeartbeat + this.#session;
    if (now >= due) this.#expel(now, member, 'session-timeout');
    else this.#timers.at(due, (then) => this.#hear(then, member));
  }

  #look(now: Micros, member: Member): void {
    if (member.isGone) return;
    const due = (member.isIdle ? now : member.lastPoll) + this.#pollInterval;
    if (now >= due) this.#expel(now, member, 'poll-interval');
    else this.#timers.at(due, (then) => this.#look(then, member));
  }
}
