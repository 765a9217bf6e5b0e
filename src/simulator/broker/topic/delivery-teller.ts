import type { Micros } from '../../engine/time.ts';
import type { SnsProtocol } from '../../events/index.ts';
import type { BrokerWorld } from '../world.ts';
import type { PublishedMessage } from './message.ts';
import type { DeliveryOutcome } from './notification.ts';
import { requestUnits } from './units.ts';

/** Tells what became of the deliveries to one subscription. */
export class DeliveryTeller {
  readonly #world: BrokerWorld;
  readonly #topic: string;
  readonly #subscription: string;
  readonly #protocol: SnsProtocol;

  constructor(world: BrokerWorld, topic: string, subscription: string, protocol: SnsProtocol) {
    this.#world = world;
    this.#topic = topic;
    this.#subscription = subscription;
    this.#protocol = protocol;
  }

  attempted(
    now: Micros,
    message: PublishedMessage,
    attempt: number,
    outcome: DeliveryOutcome,
    retryAt: Micros | undefined,
  ): void {
    this.#world.emit({
      kind: 'delivery-attempted',
      at: now,
      topic: this.#topic,
      message: message.messageId,
      trace: message.traceHeader ?? '',
      subscription: this.#subscription,
      attempt,
      outcome,
      retryAt,
    });
    if (outcome === 'delivered') this.#billed(now, message);
  }

  givenUp(
    now: Micros,
    message: PublishedMessage,
    attempts: number,
    deadLetterQueue: string | undefined,
  ): void {
    this.#world.emit({
      kind: 'delivery-given-up',
      at: now,
      topic: this.#topic,
      message: message.messageId,
      trace: message.traceHeader ?? '',
      subscription: this.#subscription,
      attempts,
      deadLetterQueue,
    });
  }

  #billed(now: Micros, message: PublishedMessage): void {
    this.#world.emit({
      kind: 'topic-request',
      at: now,
      topic: this.#topic,
      action: 'Deliver',
      protocol: this.#protocol,
      by: this.#subscription,
      units: requestUnits(message.sizeBytes),
      refused: undefined,
    });
  }
}
