import type {
  Delivery,
  QueueSettings,
  ReceiveRequest,
  SendRequest,
} from '../../../../src/simulator/broker/queue/index.ts';
import {
  DEFAULT_QUEUE_SETTINGS,
  IDEAL_NATURE,
  Queue,
} from '../../../../src/simulator/broker/queue/index.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { EventCalendar } from '../../../../src/simulator/engine/calendar.ts';
import { RandomStreams } from '../../../../src/simulator/engine/random.ts';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';

export const STANDARD: QueueSettings = { ...DEFAULT_QUEUE_SETTINGS, nature: IDEAL_NATURE };
export const FIFO: QueueSettings = { ...STANDARD, fifo: true };

/** A few queues in virtual time. Times are in seconds; each command first lets happen what is due until then. */
export class Shop {
  readonly events: BrokerEvent[] = [];
  readonly calendar = new EventCalendar();
  readonly queues = new Map<string, Queue>();
  readonly #streams: RandomStreams;
  #ids = 0;

  constructor(settings: Readonly<Record<string, QueueSettings>>, seed = 1) {
    this.#streams = new RandomStreams(seed);
    const world = {
      timers: this.calendar,
      random: (name: string) => this.#streams.stream(name),
      newId: () => {
        this.#ids += 1;
        return `m${this.#ids}`;
      },
      emit: (event: BrokerEvent) => this.events.push(event),
    };
    for (const [name, one] of Object.entries(settings))
      this.queues.set(name, new Queue(world, name, one, (other) => this.queues.get(other)));
  }

  at(seconds: number): number {
    const now = Math.round(seconds * SECOND);
    this.calendar.runUntil(now);
    return now;
  }

  queue(name = 'q'): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue;
  }

  /** Gives the message's id. */
  send(seconds: number, request: Partial<SendRequest> = {}, queue = 'q'): string {
    const result = this.queue(queue).send(this.at(seconds), { body: 'hello', ...request });
    if (result instanceof Refusal) throw new Error(result.message);
    return result.messageId;
  }

  /** Gives what is answered at once; a long poll that has to wait gives nothing here. */
  receive(seconds: number, request: ReceiveRequest = {}, queue = 'q'): readonly Delivery[] {
    let found: readonly Delivery[] | Refusal = [];
    this.queue(queue).receive(this.at(seconds), request, (_now, result) => {
      found = result;
    });
    const result: readonly Delivery[] | Refusal = found;
    if (result instanceof Refusal) throw new Error(result.code);
    return result;
  }

  one(seconds: number, request: ReceiveRequest = {}, queue = 'q'): Delivery {
    const delivery = this.receive(seconds, request, queue)[0];
    if (!delivery) throw new Error(`nothing to receive at ${seconds} s`);
    return delivery;
  }

  counts(seconds: number, queue = 'q') {
    const { visible, inFlight, delayed } = this.queue(queue).counts(this.at(seconds));
    return { visible, inFlight, delayed };
  }

  kinds(...kinds: BrokerEvent['kind'][]): BrokerEvent[] {
    return this.events.filter((event) => kinds.includes(event.kind));
  }
}

export const ids = (deliveries: readonly Delivery[]) => deliveries.map((one) => one.messageId);
export const codeOf = (result: unknown) => (result instanceof Refusal ? result.code : undefined);
