import type { SendRequest, SendResult } from '../../../../src/simulator/broker/queue/commands.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import {
  type DeliveryOutcome,
  type DeliveryTarget,
  type Notification,
  queueTarget,
  SnsTopic,
} from '../../../../src/simulator/broker/topic/index.ts';
import type {
  SubscriptionAttributes,
  TopicSettings,
} from '../../../../src/simulator/broker/topic/settings.ts';
import {
  EventCalendar,
  type Micros,
  RandomStreams,
} from '../../../../src/simulator/engine/index.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';

export const STANDARD: TopicSettings = {
  fifo: false,
  contentBasedDeduplication: false,
  fifoThroughputScope: 'Topic',
  archiveDays: undefined,
  throttled: false,
  subscriptions: {},
  nature: { retryJitter: 0 },
};

export const FIFO: TopicSettings = { ...STANDARD, fifo: true };

export function subscription(changes: Partial<SubscriptionAttributes>): SubscriptionAttributes {
  return {
    protocol: 'sqs',
    endpoint: 'orders',
    filterPolicy: undefined,
    filterPolicyScope: 'MessageAttributes',
    rawMessageDelivery: false,
    deadLetterQueue: undefined,
    deliveryPolicy: undefined,
    retries: true,
    ...changes,
  };
}

/** A queue that only remembers what it was sent. */
class FakeQueue {
  readonly sent: { at: Micros; request: SendRequest }[] = [];
  isDown = false;
  refusal: Refusal | undefined;
  outcome: ((at: Micros) => DeliveryOutcome) | undefined;

  send(now: Micros, request: SendRequest): SendResult | Refusal {
    if (this.refusal) return this.refusal;
    if (this.outcome?.(now) === 'client-error') return new Refusal('InvalidParameterValue', 'no');
    this.sent.push({ at: now, request });
    return { messageId: `stored-${this.sent.length}`, sequenceNumber: undefined };
  }
}

/** An endpoint that answers as told, after as long as told. */
class FakeEndpoint implements DeliveryTarget {
  readonly got: { at: Micros; notification: Notification }[] = [];
  readonly #calendar: EventCalendar;
  outcome: (at: Micros, notification: Notification) => DeliveryOutcome = () => 'delivered';
  latency: Micros = 0;

  constructor(calendar: EventCalendar) {
    this.#calendar = calendar;
  }

  deliver(
    now: Micros,
    notification: Notification,
    answer: (now: Micros, outcome: DeliveryOutcome) => void,
  ): void {
    this.got.push({ at: now, notification });
    const outcome = this.outcome(now, notification);
    if (this.latency === 0) answer(now, outcome);
    else this.#calendar.at(now + this.latency, (at) => answer(at, outcome));
  }
}

/** A topic with queues and endpoints that come into being when they are named. */
export class Scene {
  readonly calendar = new EventCalendar();
  readonly events: BrokerEvent[] = [];
  readonly topic: SnsTopic;
  readonly #queues = new Map<string, FakeQueue>();
  readonly #endpoints = new Map<string, FakeEndpoint>();
  readonly #gone = new Set<string>();
  readonly #streams: RandomStreams;
  #ids = 0;

  constructor(settings: TopicSettings, seed = 1) {
    this.#streams = new RandomStreams(seed);
    this.topic = new SnsTopic(
      {
        timers: this.calendar,
        random: (name) => this.#streams.stream(name),
        newId: () => {
          this.#ids += 1;
          return `id-${this.#ids}`;
        },
        emit: (event) => this.events.push(event),
      },
      'news',
      settings,
      {
        target: (protocol, name) => {
          if (this.#gone.has(name)) return undefined;
          if (protocol !== 'sqs') return this.endpoint(name);
          const queue = this.queue(name);
          return queueTarget(
            queue,
            () => queue.isDown || queue.outcome?.(this.calendar.now) === 'server-error',
          );
        },
        deadLetterQueue: (name) => (this.#gone.has(name) ? undefined : this.queue(name)),
      },
    );
  }

  queue(name: string): FakeQueue {
    const queue = this.#queues.get(name) ?? new FakeQueue();
    this.#queues.set(name, queue);
    return queue;
  }

  endpoint(name: string): FakeEndpoint {
    const endpoint = this.#endpoints.get(name) ?? new FakeEndpoint(this.calendar);
    this.#endpoints.set(name, endpoint);
    return endpoint;
  }

  remove(name: string): void {
    this.#gone.add(name);
  }

  of<Kind extends BrokerEvent['kind']>(kind: Kind): Extract<BrokerEvent, { kind: Kind }>[] {
    return this.events.filter((event) => event.kind === kind) as Extract<
      BrokerEvent,
      { kind: Kind }
    >[];
  }

  bodies(queue: string): string[] {
    return this.queue(queue).sent.map(({ request }) => request.body);
  }
}

/** The code of a refusal, or what else came. */
export function codeOf(result: unknown): unknown {
  return result instanceof Refusal ? result.code : result;
}

export function reasonOf(result: unknown): string {
  return result instanceof Refusal ? result.message : '';
}
