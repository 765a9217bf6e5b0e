import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUEUE_SETTINGS,
  type Delivery,
  IDEAL_NATURE,
  Queue,
  type QueueSettings,
} from '../../../../src/simulator/broker/queue/index.ts';
import { Refusal } from '../../../../src/simulator/broker/refusal.ts';
import { queueTarget, SnsTopic } from '../../../../src/simulator/broker/topic/index.ts';
import type { TopicSettings } from '../../../../src/simulator/broker/topic/settings.ts';
import { EventCalendar, RandomStreams } from '../../../../src/simulator/engine/index.ts';
import { MINUTE, SECOND } from '../../../../src/simulator/engine/time.ts';
import type { BrokerEvent } from '../../../../src/simulator/events/index.ts';
import { FIFO, STANDARD, subscription } from './scene.ts';

/** A topic in front of real queues. */
class Broker {
  readonly events: BrokerEvent[] = [];
  readonly topic: SnsTopic;
  readonly #calendar = new EventCalendar();
  readonly #queues = new Map<string, Queue>();

  constructor(topic: TopicSettings, queues: Readonly<Record<string, Partial<QueueSettings>>>) {
    const streams = new RandomStreams(1);
    let ids = 0;
    const world = {
      timers: this.#calendar,
      random: (name: string) => streams.stream(name),
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      emit: (event: BrokerEvent) => this.events.push(event),
    };
    const find = (name: string) => this.#queues.get(name);
    for (const [name, settings] of Object.entries(queues)) {
      const fifo = name.endsWith('.fifo');
      const all = { ...DEFAULT_QUEUE_SETTINGS, nature: IDEAL_NATURE, fifo, ...settings };
      this.#queues.set(name, new Queue(world, name, all, find));
    }
    this.topic = new SnsTopic(world, 'news', topic, {
      target: (_, name) => {
        const queue = find(name);
        return queue && queueTarget(queue);
      },
      deadLetterQueue: find,
    });
  }

  receive(at: number, queue: string): readonly Delivery[] {
    this.#calendar.runUntil(at);
    let got: readonly Delivery[] = [];
    this.#queues.get(queue)?.receive(at, { maxNumberOfMessages: 10 }, (_, result) => {
      if (!(result instanceof Refusal)) got = result;
    });
    return got;
  }
}

const raw = (endpoint: string, changes = {}) =>
  subscription({ endpoint, rawMessageDelivery: true, ...changes });

describe('a topic in front of queues', () => {
  it('SNS-01: each queue has a message of its own', () => {
    const subscriptions = { a: raw('a'), b: raw('b') };
    const broker = new Broker({ ...STANDARD, subscriptions }, { a: {}, b: {} });
    broker.topic.publish(0, { body: 'hello', traceHeader: 'item-1' });
    for (const queue of ['a', 'b'])
      expect(broker.receive(SECOND, queue)).toMatchObject([
        { body: 'hello', traceHeader: 'item-1' },
      ]);
  });

  it('SNS-09: the id in the envelope is SNS’s, and the queue’s message has another', () => {
    const subscriptions = { a: subscription({ endpoint: 'a' }) };
    const broker = new Broker({ ...STANDARD, subscriptions }, { a: {} });
    const published = broker.topic.publish(0, { body: 'hello' });
    const [delivery] = broker.receive(SECOND, 'a');
    const inside = JSON.parse(delivery?.body ?? '');
    expect(published).toMatchObject({ messageId: inside.MessageId });
    expect(delivery?.messageId).not.toBe(inside.MessageId);
  });

  it('SNS-04: a queue for which the message is too large is a client’s error', () => {
    const subscriptions = { a: raw('a', { deadLetterQueue: 'undelivered' }) };
    const queues = { a: { maximumMessageSize: 1_024 }, undelivered: {} };
    const broker = new Broker({ ...STANDARD, subscriptions }, queues);
    broker.topic.publish(0, { body: 'x'.repeat(1_025) });
    expect(broker.receive(SECOND, 'a')).toEqual([]);
    expect(broker.receive(SECOND, 'undelivered')).toHaveLength(1);
  });

  it('SNS-13: a standard queue learns the group', () => {
    const broker = new Broker({ ...STANDARD, subscriptions: { a: raw('a') } }, { a: {} });
    broker.topic.publish(0, { body: 'hello', messageGroupId: 'tenant' });
    expect(broker.receive(SECOND, 'a')).toMatchObject([{ messageGroupId: 'tenant' }]);
  });

  it('SNS-14: what the consumer fails on goes to the queue’s dead-letter queue, after its receives', () => {
    const subscriptions = { a: raw('a', { deadLetterQueue: 'undelivered' }) };
    const redrivePolicy = { deadLetterQueue: 'failed', maxReceiveCount: 2 };
    const queues = { a: { redrivePolicy }, failed: {}, undelivered: {} };
    const broker = new Broker({ ...STANDARD, subscriptions }, queues);
    broker.topic.publish(0, { body: 'poison' });
    for (const minute of [0, 1, 2]) broker.receive(minute * MINUTE, 'a');
    expect(broker.receive(3 * MINUTE, 'undelivered')).toEqual([]);
    expect(broker.receive(3 * MINUTE, 'failed')).toMatchObject([
      { body: 'poison', deadLetterQueueSource: 'a', approximateReceiveCount: 3 },
    ]);
  });

  it('SNS-14: a message in the subscription’s dead-letter queue has never been received', () => {
    const subscriptions = { a: raw('gone', { deadLetterQueue: 'undelivered' }) };
    const broker = new Broker({ ...STANDARD, subscriptions }, { undelivered: {} });
    broker.topic.publish(0, { body: 'hello' });
    expect(broker.receive(SECOND, 'undelivered')).toMatchObject([
      { body: 'hello', deadLetterQueueSource: undefined, approximateReceiveCount: 1 },
    ]);
  });

  it('SNSF-02: a FIFO queue keeps order and drops repetitions that come by another way', () => {
    const subscriptions = { a: raw('a.fifo'), again: raw('a.fifo') };
    const broker = new Broker({ ...FIFO, subscriptions }, { 'a.fifo': {} });
    for (const id of ['1', '2', '3'])
      broker.topic.publish(0, { body: id, messageGroupId: 'g', messageDeduplicationId: id });
    expect(broker.receive(SECOND, 'a.fifo').map(({ body }) => body)).toEqual(['1', '2', '3']);
  });
});
