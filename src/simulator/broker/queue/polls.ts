import { type Micros, SECOND } from '../../engine/time.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Alarm } from './alarm.ts';
import { askedFor } from './asking.ts';
import type { Delivery, ReceiveAnswer, ReceiveRequest, StopWaiting } from './commands.ts';
import type { Contents } from './contents.ts';
import type { Outlet } from './outlet.ts';
import type { Receiving } from './receiving.ts';
import type { QueueSettings } from './settings.ts';
import type { Teller } from './teller.ts';
import type { Throttle } from './throttle.ts';
import { type Asked, Waiting } from './waiting.ts';

const STOP_NOTHING: StopWaiting = () => undefined;

/** Receives: those that are answered at once, and those that wait. */
export class Polls {
  readonly #contents: Contents;
  readonly #receiving: Receiving;
  readonly #outlet: Outlet;
  readonly #tell: Teller;
  readonly #throttle: Throttle;
  readonly #alarm: Alarm;
  readonly #waiting = new Waiting();

  constructor(
    contents: Contents,
    receiving: Receiving,
    outlet: Outlet,
    tell: Teller,
    throttle: Throttle,
    alarm: Alarm,
  ) {
    this.#contents = contents;
    this.#receiving = receiving;
    this.#outlet = outlet;
    this.#tell = tell;
    this.#throttle = throttle;
    this.#alarm = alarm;
  }

  /** STD-02, STD-14, STD-17; FIFO-06, FIFO-12 */
  receive(
    now: Micros,
    request: ReceiveRequest,
    answer: ReceiveAnswer,
    settings: QueueSettings,
  ): StopWaiting {
    this.#outlet.catchUp(now, settings);
    const asked = this.#ask(now, request, settings);
    if (asked instanceof Refusal) {
      this.#tell.refusedRequest(now, 'ReceiveMessage', request.by ?? '', asked.code);
      answer(now, asked);
      return STOP_NOTHING;
    }
    const deliveries = this.#receiving.first(now, asked, settings);
    if (deliveries.length === 0 && asked.waitSeconds > 0) return this.#wait(now, asked, answer);
    this.#answer(now, asked, deliveries, answer);
    return STOP_NOTHING;
  }

  /** Gives what is visible to those who wait. */
  serve(now: Micros, settings: QueueSettings): void {
    if (this.#contents.visible === 0 || !this.#waiting.first()) return;
    this.#outlet.catchUp(now, settings);
    for (let waiter = this.#waiting.first(); waiter; waiter = this.#waiting.first()) {
      if (this.#contents.visible === 0) break;
      const deliveries = this.#receiving.next(now, waiter.asked, settings);
      if (deliveries.length === 0) break;
      this.#waiting.shift();
      this.#answer(now, waiter.asked, deliveries, waiter.answer);
    }
  }

  /** When the next wait ends. */
  get nextEnd(): Micros {
    return this.#waiting.nextEnd();
  }

  endWaits(now: Micros): void {
    while (this.#waiting.nextEnd() <= now) {
      const waiter = this.#waiting.nextOver();
      if (waiter) this.#answer(now, waiter.asked, [], waiter.answer);
    }
  }

  #ask(now: Micros, request: ReceiveRequest, settings: QueueSettings): Asked | Refusal {
    const asked = askedFor(request, settings);
    if (asked instanceof Refusal) return asked;
    const throttled = this.#throttle.call(now, 'ReceiveMessage', settings);
    if (throttled) return throttled;
    const isFull = !settings.fifo && this.#receiving.room(settings) <= 0;
    if (!isFull || asked.waitSeconds > 0) return asked;
    const limit = LIMITS.inFlightStandard.max;
    return new Refusal('OverLimit', `${limit} messages are in flight, and no more are allowed.`);
  }

  #wait(now: Micros, asked: Asked, answer: ReceiveAnswer): StopWaiting {
    const waiter = this.#waiting.add(asked, now + asked.waitSeconds * SECOND, answer);
    this.#alarm.set(now, waiter.endsAt);
    return () => this.#waiting.abandon(waiter);
  }

  #answer(
    now: Micros,
    asked: Asked,
    deliveries: readonly Delivery[],
    answer: ReceiveAnswer | undefined,
  ): void {
    let size = 0;
    for (const delivery of deliveries) size += delivery.sizeBytes;
    if (deliveries.length > 0 && asked.visibilitySeconds > 0)
      this.#alarm.set(now, now + asked.visibilitySeconds * SECOND);
    this.#tell.request(now, 'ReceiveMessage', asked.by, size, deliveries.length);
    answer?.(now, deliveries);
  }
}
