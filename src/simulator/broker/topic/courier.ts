import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import type { BrokerWorld, Chance } from '../world.ts';
import { DeliveryTeller } from './delivery-teller.ts';
import type { FilterPolicy } from './filter/policy.ts';
import { Lanes } from './lanes.ts';
import type { PublishedMessage } from './message.ts';
import type { DeliveryOutcome, DeliveryTargets, Notification } from './notification.ts';
import { queueRequest } from './queue-target.ts';
import { phasesOf, RetrySchedule } from './retries.ts';
import type { SubscriptionAttributes, TopicNature } from './settings.ts';
import { isFifoQueue } from './subscription-rules.ts';

/** What the couriers of a topic share. */
export interface CourierContext {
  readonly world: BrokerWorld;
  readonly topic: string;
  readonly isFifo: boolean;
  readonly nature: TopicNature;
  readonly targets: DeliveryTargets;
}

/** One message on its way to one subscription. */
interface Errand {
  readonly message: PublishedMessage;
  readonly notification: Notification;
  attempts: number;
  isAwaitingAnswer: boolean;
}

/**
 * Brings a subscription its messages: tries, tries again, gives up (SNS-03, SNS-04). It knows nothing of other subscriptions,
 * so that none of them can hold up another (SNS-02).
 */
export class Courier {
  readonly name: string;
  readonly attributes: SubscriptionAttributes;
  readonly filter: FilterPolicy | undefined;
  readonly #context: CourierContext;
  readonly #schedule: RetrySchedule | undefined;
  readonly #keepsGroup: boolean;
  /** For a FIFO queue on a FIFO topic; elsewhere nothing waits for anything. */
  readonly #lanes: Lanes<Errand> | undefined;
  readonly #tell: DeliveryTeller;
  readonly #jitter: Chance;
  readonly #duplicates: Chance;
  readonly #reordering: Chance;
  #isSubscribed = true;
  #underWay = 0;

  constructor(
    context: CourierContext,
    name: string,
    attributes: SubscriptionAttributes,
    filter: FilterPolicy | undefined,
  ) {
    const { protocol, endpoint, deliveryPolicy, retries } = attributes;
    this.name = name;
    this.attributes = attributes;
    this.filter = filter;
    this.#context = context;
    this.#schedule = retries ? new RetrySchedule(phasesOf(protocol, deliveryPolicy)) : undefined;
    this.#keepsGroup = protocol === 'sqs' && context.isFifo === isFifoQueue(endpoint);
    this.#lanes =
      context.isFifo && this.#keepsGroup
        ? new Lanes((now, errand) => this.#attempt(now, errand))
        : undefined;
    this.#tell = new DeliveryTeller(context.world, context.topic, name, protocol);
    const stream = (purpose: string) => context.world.random(`${context.topic} ${name} ${purpose}`);
    this.#jitter = stream('retry jitter');
    this.#duplicates = stream('duplicates');
    this.#reordering = stream('reordering');
  }

  bring(now: Micros, message: PublishedMessage): void {
    if (this.#lanes) {
      this.#lanes.add(now, message.messageGroupId ?? '', this.#errand(message));
      return;
    }
    const { duplicateChance, reorderChance, reorderDelay } = this.#context.nature;
    const copies = this.#duplicates.chance(duplicateChance) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const errand = this.#errand(message);
      if (this.#reordering.chance(reorderChance))
        this.#attemptAt(now + 1 + this.#reordering.below(reorderDelay), errand);
      else this.#attempt(now, errand);
    }
  }

  /** Deliveries that are neither made nor given up. */
  get underWay(): number {
    return this.#underWay;
  }

  /** What is still being retried is given up when its turn comes. */
  stop(): void {
    this.#isSubscribed = false;
  }

  /** SNS-13 and SNSF-02 say who gets to know group and deduplication id. */
  #errand(message: PublishedMessage): Errand {
    this.#underWay += 1;
    const notification: Notification = {
      messageId: message.messageId,
      body: message.body,
      sizeBytes: message.sizeBytes,
      attributes: message.attributes,
      subject: message.subject,
      messageGroupId: this.#keepsGroup ? message.messageGroupId : undefined,
      messageDeduplicationId: this.#lanes ? message.messageDeduplicationId : undefined,
      sequenceNumber: message.sequenceNumber,
      publishedAt: message.publishedAt,
      traceHeader: message.traceHeader,
      topic: this.#context.topic,
      subscription: this.name,
      raw: this.attributes.rawMessageDelivery,
      attempt: 0,
    };
    return { message, notification, attempts: 0, isAwaitingAnswer: false };
  }

  #attemptAt(time: Micros, errand: Errand): void {
    this.#context.world.timers.at(time, (now) => this.#attempt(now, errand));
  }

  #attempt(now: Micros, errand: Errand): void {
    if (this.#isSubscribed) this.#deliver(now, errand);
    else this.#giveUp(now, errand);
  }

  /** SNS-04: an endpoint that isn't there is the subscriber's mistake, which no retry mends. */
  #deliver(now: Micros, errand: Errand): void {
    const { protocol, endpoint } = this.attributes;
    const target = this.#context.targets.target(protocol, endpoint);
    const answer = (at: Micros, outcome: DeliveryOutcome) => this.#answered(at, errand, outcome);
    errand.attempts += 1;
    errand.isAwaitingAnswer = true;
    if (target) target.deliver(now, { ...errand.notification, attempt: errand.attempts }, answer);
    else answer(now, 'client-error');
  }

  #answered(now: Micros, errand: Errand, outcome: DeliveryOutcome): void {
    if (!errand.isAwaitingAnswer) throw new Error('a delivery attempt was answered twice');
    errand.isAwaitingAnswer = false;
    const retryAt = outcome === 'server-error' ? this.#retryAt(now, errand.attempts) : undefined;
    this.#tell.attempted(now, errand.message, errand.attempts, outcome, retryAt);
    if (retryAt !== undefined) this.#attemptAt(retryAt, errand);
    else if (outcome === 'delivered') this.#end(now, errand);
    else this.#giveUp(now, errand);
  }

  #retryAt(now: Micros, attempts: number): Micros | undefined {
    const delay = this.#schedule?.delayBefore(attempts);
    const { retryJitter } = this.#context.nature;
    if (delay === undefined) return undefined;
    if (delay === 0 || retryJitter === 0) return now + delay;
    return now + Math.round(delay * (1 + retryJitter * (2 * this.#jitter.uniform() - 1)));
  }

  #giveUp(now: Micros, errand: Errand): void {
    const deadLetterQueue = this.#isSubscribed ? this.#sendToDeadLetters(now, errand) : undefined;
    this.#tell.givenUp(now, errand.message, errand.attempts, deadLetterQueue);
    this.#end(now, errand);
  }

  /** SNS-14: no receive is counted here; the queue's name is given when it took the message. */
  #sendToDeadLetters(now: Micros, { message, notification }: Errand): string | undefined {
    const name = this.attributes.deadLetterQueue;
    if (name === undefined) return undefined;
    const { isFifo, targets } = this.#context;
    const { messageGroupId, messageDeduplicationId } = isFifo ? message : notification;
    const result = targets
      .deadLetterQueue(name)
      ?.send(now, { ...queueRequest(notification), messageGroupId, messageDeduplicationId });
    return result === undefined || result instanceof Refusal ? undefined : name;
  }

  #end(now: Micros, { message }: Errand): void {
    this.#underWay -= 1;
    this.#lanes?.end(now, message.messageGroupId ?? '');
  }
}
