import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { RecentMemory } from '../recent-memory.ts';
import type { BrokerWorld, Chance } from '../world.ts';
import type { Contents } from './contents.ts';
import { Duplicates } from './duplicates.ts';
import { HandOut } from './hand-out.ts';
import type { Message } from './message.ts';
import type { QueueSettings } from './settings.ts';
import type { Teller } from './teller.ts';
import type { Asked } from './waiting.ts';

const NOTHING: readonly HandOut[] = [];

/** Picks what a receive gets and hands it out. */
export class Receiving {
  readonly #queue: string;
  readonly #contents: Contents;
  readonly #tell: Teller;
  readonly #deadLetter: (now: Micros, message: Message) => boolean;
  readonly #duplicates: Duplicates;
  readonly #misses: Chance;
  readonly #attempts = new RecentMemory<HandOut[]>();

  /** `deadLetter` moves a message in flight that was received too often, and says whether it did. */
  constructor(
    world: BrokerWorld,
    queue: string,
    contents: Contents,
    tell: Teller,
    deadLetter: (now: Micros, message: Message) => boolean,
  ) {
    this.#queue = queue;
    this.#contents = contents;
    this.#tell = tell;
    this.#deadLetter = deadLetter;
    this.#duplicates = new Duplicates(world.random(`queue ${queue} duplicates`));
    this.#misses = world.random(`queue ${queue} short polls`);
  }

  forgetAttempts(): void {
    this.#attempts.forgetAll();
  }

  /** STD-17, FIFO-14: how many more may be in flight. */
  room(settings: QueueSettings): number {
    const limit = settings.fifo ? LIMITS.inFlightFifo : LIMITS.inFlightStandard;
    return limit.max - this.#contents.inFlight;
  }

  /** What a call gets at once: this is where the service may repeat itself or overlook something. */
  first(now: Micros, asked: Asked, settings: QueueSettings): readonly HandOut[] {
    if (settings.fifo) {
      const again = asked.attempt === undefined ? undefined : this.#again(now, asked);
      return again ?? this.next(now, asked, settings);
    }
    const { duplicateChance, shortPollMissChance } = settings.nature;
    const copied = duplicateChance > 0 ? this.#duplicates.draw(duplicateChance) : undefined;
    // A copy is made before anything else is handed out, lest it be of what this very call got.
    const copy = copied && this.#copy(now, copied, asked, settings);
    const max = copy ? asked.max - 1 : asked.max;
    const isSampled =
      asked.waitSeconds === 0 && this.#contents.visible < LIMITS.shortPollSample.max;
    const found = this.#take(now, max, asked, settings, isSampled ? shortPollMissChance : 0);
    return copy ? [copy, ...found] : found;
  }

  /** What there is for a call that has waited. */
  next(now: Micros, asked: Asked, settings: QueueSettings): readonly HandOut[] {
    return this.#take(now, asked.max, asked, settings, 0);
  }

  #take(
    now: Micros,
    max: number,
    asked: Asked,
    settings: QueueSettings,
    missChance: number,
  ): readonly HandOut[] {
    const end = Math.min(max, this.room(settings));
    if (end <= 0 || this.#contents.visible === 0) return NOTHING;
    const deliveries: HandOut[] = [];
    let missed: Message[] | undefined;
    while (deliveries.length < end) {
      const message = this.#contents.take(now);
      if (!message) break;
      if (missChance > 0 && this.#misses.chance(missChance)) {
        missed ??= [];
        missed.push(message);
      } else if (!this.#deadLetter(now, message)) {
        deliveries.push(this.#handOut(now, message, asked, settings, false));
      }
    }
    this.#contents.endReceive();
    if (missed) for (const message of missed) this.#contents.putBack(message);
    if (asked.visibilitySeconds === 0)
      for (const { message } of deliveries) this.#contents.show(now, message, 'visibility-timeout');
    else if (settings.fifo && asked.attempt !== undefined && deliveries.length > 0)
      this.#attempts.remember(now, asked.attempt, [...deliveries]);
    return deliveries;
  }

  /** STD-03, STD-05, STD-06 */
  #handOut(
    now: Micros,
    message: Message,
    asked: Asked,
    settings: QueueSettings,
    isCopy: boolean,
  ): HandOut {
    this.#contents.receive(now, message);
    const hiddenUntil = now + asked.visibilitySeconds * SECOND;
    if (asked.visibilitySeconds > 0) this.#contents.hide(message, hiddenUntil);
    if (settings.nature.duplicateChance > 0 && !settings.fifo) this.#duplicates.handedOut(message);
    return this.#deliver(now, message, asked.by, hiddenUntil, isCopy);
  }

  #deliver(
    now: Micros,
    message: Message,
    by: string,
    hiddenUntil: Micros,
    isCopy: boolean,
  ): HandOut {
    const count = message.receiveCount;
    this.#tell.received(now, message, count, hiddenUntil, by, isCopy);
    return new HandOut(this.#queue, message, message.receipt, hiddenUntil, hiddenUntil, count);
  }

  /** STD-15. What redrive would move isn't copied. */
  #copy(now: Micros, message: Message, asked: Asked, settings: QueueSettings): HandOut | undefined {
    const hiddenUntil = now + asked.visibilitySeconds * SECOND;
    if (message.isGone) return this.#deliver(now, message, asked.by, hiddenUntil, true);
    const limit = settings.redrivePolicy?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
    if (message.receiveCount >= limit || asked.visibilitySeconds === 0) return undefined;
    return this.#handOut(now, message, asked, settings, true);
  }

  /** The same messages under the same handles, hidden anew: no receive is counted for an answer that is merely repeated. */
  #again(now: Micros, asked: Asked): readonly HandOut[] | undefined {
    const handed = this.#attempts.recall(now, asked.attempt ?? '');
    if (!handed?.every(isUntouched)) return undefined;
    const hiddenUntil = now + asked.visibilitySeconds * SECOND;
    for (const [index, handOut] of handed.entries()) {
      const { message } = handOut;
      message.receivedAt = now;
      this.#contents.hide(message, hiddenUntil);
      this.#tell.visibilityChanged(now, message, hiddenUntil, asked.by);
      handed[index] = handOut.until(hiddenUntil);
      if (asked.visibilitySeconds === 0) this.#contents.show(now, message, 'visibility-timeout');
    }
    return [...handed];
  }
}

function isUntouched({ message, isNewest, hiddenUntil }: HandOut): boolean {
  return isNewest && message.wakeUp?.at === hiddenUntil;
}
