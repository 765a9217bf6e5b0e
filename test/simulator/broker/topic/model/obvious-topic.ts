import type { Attributes } from '../../../../../src/simulator/broker/attributes.ts';
import type { DeliveryOutcome } from '../../../../../src/simulator/broker/topic/index.ts';
import type {
  SubscriptionAttributes,
  TopicSettings,
} from '../../../../../src/simulator/broker/topic/settings.ts';
import { DAY, MINUTE, type Micros, SECOND } from '../../../../../src/simulator/engine/time.ts';
import { obviouslyMatches } from './obvious-filter.ts';

export interface Publish {
  readonly body: string;
  readonly attributes: Attributes;
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
}

interface Accepted extends Publish {
  readonly id: string;
  readonly at: Micros;
  readonly key: string;
}

interface Subscribed {
  readonly name: string;
  readonly attributes: SubscriptionAttributes;
  until: Micros;
  readonly deliveries: { from: Micros; message: Accepted }[];
}

/** How an endpoint answers an attempt at a moment, and after how long. */
export interface Endpoint {
  readonly latency: Micros;
  outcome(at: Micros): DeliveryOutcome;
}

/** SNS-03 as a list: the seconds before each retry. Outages in the tests are over before it ends. */
const GROWING = [0, 1, 3, 7, 15, 31, 63, 127, 255, 511].map((part) => part / 511);
const WAITS = {
  sqs: [0, 0, 0, 1, 1, ...GROWING.map((part) => 1 + 19 * part), ...Array<number>(400).fill(20)],
  sms: [10, 10, ...GROWING.map((part) => 10 + 590 * part), ...Array<number>(38).fill(600)],
  http: [20, 20, 20],
  custom: [0, 5, 5, 10],
};

/** What SNS should do, kept as lists and worked out at the end. */
export class ObviousTopic {
  readonly #settings: TopicSettings;
  readonly #endpoints: (name: string) => Endpoint;
  readonly #accepted: Accepted[] = [];
  readonly #subscribed: Subscribed[] = [];

  constructor(settings: TopicSettings, endpoints: (name: string) => Endpoint) {
    this.#settings = settings;
    this.#endpoints = endpoints;
  }

  subscribe(name: string, attributes: SubscriptionAttributes): void {
    this.#subscribed.push({ name, attributes, until: Number.POSITIVE_INFINITY, deliveries: [] });
  }

  unsubscribe(now: Micros, name: string): void {
    for (const one of this.#current()) if (one.name === name) one.until = now;
  }

  /** The message's id. */
  publish(now: Micros, request: Publish): string {
    const scope = this.#settings.fifoThroughputScope === 'Topic' ? '' : request.messageGroupId;
    const key = JSON.stringify([scope, request.messageDeduplicationId ?? request.body]);
    const known = this.#accepted.find((one) => one.key === key && one.at + 5 * MINUTE > now);
    if (known && this.#settings.fifo) return known.id;
    const message = { ...request, key, at: now, id: `id-${this.#accepted.length + 1}` };
    this.#accepted.push(message);
    for (const one of this.#current()) this.#hand(now, one, message);
    return message.id;
  }

  replay(now: Micros, name: string, from: Micros): void {
    const kept = (this.#settings.archiveDays ?? 0) * DAY;
    for (const one of this.#current())
      if (one.name === name)
        for (const message of this.#accepted)
          if (message.at >= from && message.at + kept > now) this.#hand(now, one, message);
  }

  /** Every attempt and every giving up, as lines, in no particular order. */
  lines(): string[] {
    return this.#subscribed.flatMap((one) => this.#linesOf(one));
  }

  /** The ids that a subscription's endpoint takes for a group, in order, where order is kept. */
  delivered(name: string, group: string): string[] {
    return this.lines()
      .filter((line) => line.includes(` ${name} `) && line.includes(' delivered '))
      .map((line) => line.split(' ')[2] ?? '')
      .filter((id) => this.#accepted.find((one) => one.id === id)?.messageGroupId === group);
  }

  #current(): Subscribed[] {
    return this.#subscribed.filter((one) => one.until === Number.POSITIVE_INFINITY);
  }

  #hand(from: Micros, to: Subscribed, message: Accepted): void {
    const { filterPolicy = {}, filterPolicyScope } = to.attributes;
    const policy = filterPolicy as Parameters<typeof obviouslyMatches>[0];
    if (obviouslyMatches(policy, filterPolicyScope, message.body, message.attributes))
      to.deliveries.push({ from, message });
  }

  /** In a FIFO queue's subscription each waits for the one before it in its group. */
  #linesOf(one: Subscribed): string[] {
    const isOrdered = one.attributes.endpoint.endsWith('.fifo');
    const free = new Map<string | undefined, Micros>();
    return one.deliveries.flatMap(({ from, message }) => {
      const start = isOrdered ? Math.max(from, free.get(message.messageGroupId) ?? 0) : from;
      const { lines, end } = this.#attempts(start, one, message.id);
      free.set(message.messageGroupId, end);
      return lines;
    });
  }

  #attempts(start: Micros, { name, attributes, until }: Subscribed, id: string) {
    const { latency, outcome } = this.#endpoints(attributes.endpoint);
    const waits = waitsOf(attributes);
    const lines: string[] = [];
    let time = start;
    for (let attempt = 1; ; attempt += 1) {
      if (time > until) {
        lines.push(`${time} ${name} ${id} given up after ${attempt - 1} to undefined`);
        return { lines, end: time };
      }
      const answer = outcome(time);
      const end = time + latency;
      const wait = answer === 'server-error' ? waits[attempt - 1] : undefined;
      const next = wait === undefined ? undefined : end + Math.round(wait * SECOND);
      lines.push(`${end} ${name} ${id} ${attempt} ${answer} retry ${next}`);
      if (answer === 'delivered') return { lines, end };
      if (next === undefined) {
        const to = end > until ? undefined : attributes.deadLetterQueue;
        lines.push(`${end} ${name} ${id} given up after ${attempt} to ${to}`);
        return { lines, end };
      }
      time = next;
    }
  }
}

function waitsOf({ protocol, deliveryPolicy, retries }: SubscriptionAttributes): number[] {
  if (!retries) return [];
  if (deliveryPolicy) return WAITS.custom;
  return protocol === 'http' ? WAITS.http : protocol === 'sms' ? WAITS.sms : WAITS.sqs;
}
