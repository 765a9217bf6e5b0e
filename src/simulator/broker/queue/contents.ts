import { type Micros, SECOND } from '../../engine/time.ts';
import type { Appeared } from '../../events/index.ts';
import { LIMITS } from '../limits.ts';
import { Backlog, isLate } from './backlog.ts';
import { LazyHeap } from './lazy-heap.ts';
import { type Arrival, Message } from './message.ts';
import type { Order } from './order/order.ts';
import type { Receipt } from './receipt.ts';
import { Received } from './received.ts';
import type { Teller } from './teller.ts';
import { inOrder, WakeUps } from './wake-ups.ts';

/**
 * The messages that a queue holds and the states they go through: delayed, visible, in flight, gone. Whatever is found by
 * time is in a heap, so that nothing ever looks through the backlog.
 */
export class Contents {
  readonly #order: Order;
  readonly #isFifo: boolean;
  readonly #tell: Teller;
  readonly #backlog: Backlog;
  readonly #received = new Received();
  readonly #wakeUps = new WakeUps();
  /** Those whose retention began elsewhere; the others are in order in the backlog. */
  readonly #late = new LazyHeap<Message>(
    (a, b) => a.sentAt - b.sentAt,
    (message) => message.isGone,
  );
  #serials = 0;
  #places = 0;
  visible = 0;
  inFlight = 0;
  delayed = 0;

  constructor(order: Order, tell: Teller, isFifo: boolean) {
    this.#order = order;
    this.#tell = tell;
    this.#isFifo = isFifo;
    this.#backlog = new Backlog(isFifo ? isNeverWorn : isWorn);
  }

  get size(): number {
    return this.visible + this.inFlight + this.delayed;
  }

  /** The message that a handle is for, while it is here. */
  handed(receipt: Receipt): Message | undefined {
    return this.#received.find(receipt.place, receipt.serial);
  }

  /** The oldest message here; on a standard queue without those that were received three times or more (STD-18). */
  oldest(): Message | undefined {
    return this.#backlog.oldestFresh();
  }

  arrive(now: Micros, arrival: Arrival, visibleAt: Micros): Message {
    this.#serials += 1;
    this.#places += 1;
    const message = new Message(arrival, now, this.#serials, this.#places, this.#isFifo);
    this.#backlog.add(message);
    if (isLate(message)) this.#late.push(message);
    this.#order.arrived(message);
    if (visibleAt > now) {
      message.state = 'delayed';
      this.delayed += 1;
      this.#wakeUps.set(message, visibleAt);
    } else {
      this.visible += 1;
      this.#order.add(message);
    }
    return message;
  }

  /** The next visible message, which is in flight now. Whoever takes must say what becomes of it, and `endReceive`. */
  take(now: Micros): Message | undefined {
    const message = this.#order.take(now);
    if (!message) return undefined;
    message.state = 'in-flight';
    message.receivedAt = now;
    this.visible -= 1;
    this.inFlight += 1;
    return message;
  }

  endReceive(): void {
    this.#order.endReceive();
  }

  /** It gets its next receipt (STD-06). */
  receive(now: Micros, message: Message): void {
    message.receiveCount += 1;
    if (message.receiveCount === 1) message.firstReceivedAt = now;
    message.receipt += 1;
    message.receivedAt = now;
    if (message.receipt === 1) this.#received.add(message);
  }

  /** A message in flight stays hidden until then. */
  hide(message: Message, until: Micros): void {
    this.#wakeUps.set(message, until);
  }

  /** It was in flight; where its place is may change (STD-18), and nobody is told. */
  putBack(message: Message): void {
    this.#wakeUps.clear(message);
    message.state = 'visible';
    this.inFlight -= 1;
    this.visible += 1;
    this.#order.putBack(message);
  }

  /** It was in flight and can be received again. */
  show(at: Micros, message: Message, because: Appeared['because']): void {
    if (isWorn(message)) this.sendToBack(message);
    this.putBack(message);
    this.#tell.appeared(at, message, because);
  }

  /** Before it is put back. A FIFO group's order doesn't ask for places. */
  sendToBack(message: Message): void {
    this.#places += 1;
    message.place = this.#places;
  }

  leave(now: Micros, message: Message, state: 'deleted' | 'gone'): void {
    const from = message.state;
    if (from === 'deleted' || from === 'gone') throw new Error(`${message.id} is gone already`);
    if (from === 'visible') this.visible -= 1;
    else if (from === 'in-flight') this.inFlight -= 1;
    else this.delayed -= 1;
    this.#wakeUps.clear(message);
    message.state = state;
    this.#order.leaves(message, from, now);
    this.#backlog.remove(message);
    if (message.receipt > 0) this.#received.remove(message);
    if (isLate(message)) this.#late.lost();
  }

  /** When something here changes by itself, given how long messages are kept. */
  nextDue(retentionSeconds: number): Micros {
    const oldest = this.#nextToExpire();
    const wakesAt = this.#wakeUps.nextAt();
    return oldest ? Math.min(wakesAt, oldest.sentAt + retentionSeconds * SECOND) : wakesAt;
  }

  /** STD-12: retention runs whatever a message's state is. */
  expire(at: Micros, retentionSeconds: number): void {
    for (;;) {
      const oldest = this.#nextToExpire();
      if (oldest === undefined || oldest.sentAt + retentionSeconds * SECOND > at) return;
      this.leave(at, oldest, 'gone');
      this.#tell.expired(at, oldest);
    }
  }

  #nextToExpire(): Message | undefined {
    const punctual = this.#backlog.oldestPunctual();
    const late = this.#late.peek();
    if (!punctual || !late) return punctual ?? late;
    return late.sentAt < punctual.sentAt ? late : punctual;
  }

  /** STD-01, STD-04: delays and visibility timeouts that are over. */
  wake(at: Micros): void {
    while (this.#wakeUps.nextAt() <= at) {
      const message = this.#wakeUps.next();
      if (message?.state === 'delayed') this.#endDelay(at, message);
      else if (message) this.show(at, message, 'visibility-timeout');
    }
  }

  purge(now: Micros): void {
    for (const message of this.#backlog) {
      this.leave(now, message, 'gone');
      this.#tell.purged(now, message);
    }
  }

  /** Everything in flight becomes visible, in the order in which it would have. */
  showAll(now: Micros): void {
    const wakeUps = [];
    for (const { state, wakeUp } of this.#backlog)
      if (state === 'in-flight' && wakeUp) wakeUps.push(wakeUp);
    for (const { message } of wakeUps.sort(inOrder)) this.show(now, message, 'released');
  }

  /** A delayed message takes its place when the delay ends. */
  #endDelay(at: Micros, message: Message): void {
    message.state = 'visible';
    this.delayed -= 1;
    this.visible += 1;
    this.sendToBack(message);
    this.#order.add(message);
    this.#tell.appeared(at, message, 'delay-over');
  }
}

function isNeverWorn(): boolean {
  return false;
}

function isWorn(message: Message): boolean {
  return message.receiveCount - message.receivedElsewhere >= LIMITS.receivesBeforeBack.min;
}
