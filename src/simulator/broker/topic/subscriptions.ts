import type { Micros } from '../../engine/time.ts';
import { Refusal } from '../refusal.ts';
import { Courier, type CourierContext } from './courier.ts';
import { explainMismatch } from './filter/explain.ts';
import { matches } from './filter/match.ts';
import { type Values, valuesOfAttributes, valuesOfBody } from './filter/message.ts';
import { parseFilterPolicy } from './filter/parse.ts';
import type { FilterPolicy } from './filter/policy.ts';
import { TOPIC_LIMITS } from './limits.ts';
import type { PublishedMessage } from './message.ts';
import type { SubscriptionAttributes } from './settings.ts';
import { subscriptionProblem } from './subscription-rules.ts';

/** A topic's subscriptions, and which of them a message is for. */
export class Subscriptions {
  readonly #context: CourierContext;
  readonly #couriers = new Map<string, Courier>();
  #filters = 0;

  constructor(context: CourierContext) {
    this.#context = context;
  }

  add(name: string, attributes: SubscriptionAttributes): Refusal | undefined {
    const problem =
      this.#quotaProblem(name, attributes) ?? subscriptionProblem(this.#context.isFifo, attributes);
    if (problem) return problem;
    const filter = filterOf(attributes);
    if (filter) this.#filters += 1;
    this.#couriers.set(name, new Courier(this.#context, name, attributes, filter));
    return undefined;
  }

  get underWay(): number {
    let sum = 0;
    for (const courier of this.#couriers.values()) sum += courier.underWay;
    return sum;
  }

  remove(name: string): void {
    const courier = this.#couriers.get(name);
    if (!courier) return;
    if (courier.filter) this.#filters -= 1;
    courier.stop();
    this.#couriers.delete(name);
  }

  /** One independent delivery for each subscription whose filter matches (SNS-01). */
  fanOut(now: Micros, message: PublishedMessage, by: string): void {
    const accepts = this.#acceptanceOf(message);
    const matching: Courier[] = [];
    const others: Courier[] = [];
    for (const courier of this.#couriers.values())
      (accepts(courier) ? matching : others).push(courier);
    this.#tellPublished(now, message, by, matching.length);
    for (const courier of others) this.#tellFilteredOut(now, message, courier);
    for (const courier of matching) courier.bring(now, message);
  }

  replay(
    now: Micros,
    subscription: string,
    messages: readonly PublishedMessage[],
  ): Refusal | undefined {
    const courier = this.#couriers.get(subscription);
    if (!courier)
      return new Refusal(
        'NotFound',
        `the topic ${this.#context.topic} has no subscription ${subscription}`,
      );
    for (const message of messages) {
      if (!this.#acceptanceOf(message)(courier)) continue;
      this.#tellReplayed(now, message, subscription);
      courier.bring(now, message);
    }
    return undefined;
  }

  #quotaProblem(name: string, { filterPolicy }: SubscriptionAttributes): Refusal | undefined {
    const { isFifo, topic } = this.#context;
    const { subscriptions, fifoSubscriptions, filterPoliciesPerTopic } = TOPIC_LIMITS;
    if (this.#couriers.has(name))
      return new Refusal(
        'InvalidParameter',
        `${topic} has a subscription ${name} already; give this one another name`,
      );
    const most = (isFifo ? fifoSubscriptions : subscriptions).max;
    if (this.#couriers.size >= most)
      return new Refusal(
        'SubscriptionLimitExceeded',
        `${topic} has ${most} subscriptions; it can't have more`,
      );
    if (filterPolicy !== undefined && this.#filters >= filterPoliciesPerTopic.max)
      return new Refusal(
        'FilterPolicyLimitExceeded',
        `${topic} has ${filterPoliciesPerTopic.max} filter policies; it can't have more`,
      );
    return undefined;
  }

  /** Reads the message at most once for each scope, however many filters look at it. */
  #acceptanceOf(message: PublishedMessage): (courier: Courier) => boolean {
    const attributes = valuesOfAttributes(message.attributes);
    let body: Values | undefined;
    let isBodyRead = false;
    return ({ filter, attributes: { filterPolicyScope } }) => {
      if (!filter) return true;
      if (filterPolicyScope === 'MessageAttributes') return matches(filter, attributes);
      if (!isBodyRead) body = valuesOfBody(message.body);
      isBodyRead = true;
      return body !== undefined && matches(filter, body);
    };
  }

  #tellPublished(now: Micros, message: PublishedMessage, by: string, deliveries: number): void {
    this.#context.world.emit({
      kind: 'published',
      at: now,
      topic: this.#context.topic,
      message: message.messageId,
      trace: message.traceHeader ?? '',
      group: message.messageGroupId,
      sizeBytes: message.sizeBytes,
      by,
      deliveries,
    });
  }

  #tellFilteredOut(now: Micros, message: PublishedMessage, courier: Courier): void {
    if (!courier.filter) return;
    this.#context.world.emit({
      kind: 'filtered-out',
      at: now,
      topic: this.#context.topic,
      message: message.messageId,
      trace: message.traceHeader ?? '',
      subscription: courier.name,
      why: explainMismatch(courier.filter, courier.attributes.filterPolicyScope, message),
    });
  }

  #tellReplayed(now: Micros, message: PublishedMessage, subscription: string): void {
    this.#context.world.emit({
      kind: 'replayed',
      at: now,
      topic: this.#context.topic,
      message: message.messageId,
      trace: message.traceHeader ?? '',
      subscription,
    });
  }
}

/** An empty policy lets everything through, as none does. */
function filterOf(attributes: SubscriptionAttributes): FilterPolicy | undefined {
  const { filterPolicy, filterPolicyScope } = attributes;
  if (filterPolicy === undefined) return undefined;
  const filter = parseFilterPolicy(filterPolicy, filterPolicyScope);
  if (filter instanceof Refusal) throw new Error(filter.message);
  return filter.keys.length + filter.alternatives.length === 0 ? undefined : filter;
}
