import { describe, expect, it } from 'vitest';
import { good, PLANT, wrong } from '../reading.ts';

const queue = (name: string, settings: string) =>
  PLANT.replace(`${name}: {}`, `${name}: ${settings}`);

describe('queues', () => {
  it('have all the attributes of the service', () => {
    const text = queue(
      'seats.fifo',
      '{ visibilityTimeout: 12h, delay: 15m, retention: 14d, maxSize: 1KiB, redrive: { to: seats-dlq.fifo }, contentBasedDeduplication: true, deduplicationScope: messageGroup, fifoThroughputLimit: perMessageGroupId, throttled: true, nature: { shortPollMisses: 0 } }',
    );
    expect(good(text).queues['seats.fifo']).toEqual({
      fifo: true,
      visibilityTimeoutSeconds: 43_200,
      delaySeconds: 900,
      messageRetentionPeriodSeconds: 1_209_600,
      receiveMessageWaitTimeSeconds: 0,
      maximumMessageSize: 1_024,
      redrivePolicy: { deadLetterQueue: 'seats-dlq.fifo', maxReceiveCount: 10 },
      contentBasedDeduplication: true,
      deduplicationScope: 'messageGroup',
      fifoThroughputLimit: 'perMessageGroupId',
      throttled: true,
      nature: {
        duplicateChance: 0,
        reorderChance: 0,
        reorderWindow: 10,
        shortPollMissChance: 0,
      },
    });
  });

  it('have more of a nature when they are standard', () => {
    const text = queue(
      'orders',
      '{ nature: { duplicates: 1/2, reorder: 1%, reorderWindow: 5, shortPollMisses: 0 } }',
    );
    expect(good(text).queues.orders?.nature).toEqual({
      duplicateChance: 0.5,
      reorderChance: 0.01,
      reorderWindow: 5,
      shortPollMissChance: 0,
    });
  });

  it.each([
    ['orders', '{ visibilityTimeout: 13h }', 'write whole seconds from 0s to 43200s'],
    ['orders', '{ delay: 16m }', 'write whole seconds from 0s to 900s'],
    ['orders', '{ retention: 59s }', 'write whole seconds from 60s to 1209600s'],
    ['orders', '{ waitTime: 20s }', 'queues.orders.waitTime is no key that is known here'],
    ['seats.fifo', '{ nature: { duplicates: 1% } }', 'a FIFO queue keeps the order'],
    ['seats.fifo', '{ nature: { reorder: 1% } }', 'a FIFO queue keeps the order'],
    ['seats.fifo', '{ nature: { reorderWindow: 5 } }', 'a FIFO queue keeps the order'],
    ['orders', '{ maxSize: 2MiB }', 'write whole bytes from 1024B to 1048576B'],
    [
      'orders',
      '{ redrive: { to: orders-dlq, maxReceiveCount: 0 } }',
      'write a whole number from 1 to 1000',
    ],
    [
      'orders',
      '{ redrive: { to: orders-dlq, maxReceiveCount: 1001 } }',
      'write a whole number from 1 to 1000',
    ],
    ['orders', '{ redrive: { maxReceiveCount: 3 } }', 'name a standard queue (orders-dlq)'],
    ['orders', '{ redrive: { to: orders } }', 'name a standard queue (orders-dlq)'],
    [
      'orders',
      '{ redrive: { to: seats-dlq.fifo } }',
      'name a standard queue (orders-dlq): dead letters stay',
    ],
    ['seats.fifo', '{ redrive: { to: orders-dlq } }', 'name a FIFO queue (seats-dlq.fifo)'],
    ['orders', '{ contentBasedDeduplication: true }', 'only FIFO queues have it'],
    ['orders', '{ deduplicationScope: queue }', 'only FIFO queues have it'],
    [
      'seats.fifo',
      '{ deduplicationScope: group }',
      'write one of queue, messageGroup. Did you mean “messageGroup”?',
    ],
    [
      'seats.fifo',
      '{ fifoThroughputLimit: perMessageGroupId }',
      'add deduplicationScope: messageGroup',
    ],
    ['orders', '{ throttled: yes }', 'write true or false'],
    ['orders', '{ nature: { duplicates: 2 } }', 'write a chance from 0 to 1'],
    ['orders', '{ nature: { reorderWindow: 0 } }', 'write a whole number from 1 to 10000'],
    ['orders', '[1]', 'write a map of keys and values'],
  ])('can’t be %s: %s', (name, settings, fix) => {
    const problems = wrong(queue(name, settings));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fix);
  });
});

describe('topics', () => {
  it('deliver to queues by sqs and to others by http, each with its policy', () => {
    const text = queue(
      'news',
      '{ throttled: true, subscriptions: { a: { to: orders, filterPolicy: { kind: [order] }, filterPolicyScope: MessageBody, rawMessageDelivery: true, deadLetters: orders-dlq }, b: { to: db, deliveryPolicy: { numRetries: 5, minDelayTarget: 1s }, retries: false } } }',
    );
    expect(good(text).topics.news).toEqual({
      fifo: false,
      contentBasedDeduplication: false,
      fifoThroughputScope: 'Topic',
      archiveDays: undefined,
      throttled: true,
      nature: { duplicateChance: 0, reorderChance: 0, reorderDelay: 1_000_000, retryJitter: 0.1 },
      subscriptions: {
        a: {
          protocol: 'sqs',
          endpoint: 'orders',
          filterPolicy: { kind: ['order'] },
          filterPolicyScope: 'MessageBody',
          rawMessageDelivery: true,
          deadLetterQueue: 'orders-dlq',
          deliveryPolicy: undefined,
          retries: true,
        },
        b: {
          protocol: 'http',
          endpoint: 'db',
          filterPolicy: undefined,
          filterPolicyScope: 'MessageAttributes',
          rawMessageDelivery: false,
          deadLetterQueue: undefined,
          deliveryPolicy: { numRetries: 5, minDelayTarget: 1 },
          retries: false,
        },
      },
    });
    expect(
      good(queue('seat-news.fifo', '{ throughputScope: MessageGroup }')).topics['seat-news.fifo'],
    ).toMatchObject({ fifo: true, archiveDays: undefined, fifoThroughputScope: 'MessageGroup' });
  });

  it('tell what SNS would refuse: a filter policy, for instance', () => {
    const text = queue(
      'news',
      '{ subscriptions: { a: { to: orders, filterPolicy: { kind: [] } } } }',
    );
    expect(wrong(text)).toHaveLength(1);
    expect(wrong(text)[0]).toContain('SNS would refuse the subscription a');
  });

  it.each([
    ['news', '{ throughputScope: Topic }', 'only FIFO topics have it'],
    ['news', '{ subscriptions: { a: {} } }', 'name a queue (orders, orders-dlq)'],
    [
      'news',
      '{ subscriptions: { a: { to: seats.fifo } } }',
      'a FIFO queue can follow only a FIFO topic',
    ],
    [
      'seat-news.fifo',
      '{ subscriptions: { a: { to: db } } }',
      'a FIFO topic delivers to queues only',
    ],
    [
      'seat-news.fifo',
      '{ subscriptions: { a: { to: seats.fifo, deadLetters: orders-dlq } } }',
      'name a FIFO queue',
    ],
    [
      'news',
      '{ subscriptions: { a: { to: orders, protocol: http } } }',
      'a queue is reached by sqs',
    ],
    ['news', '{ subscriptions: { a: { to: db, protocol: sqs } } }', 'name a queue to use sqs'],
    [
      'news',
      '{ subscriptions: { a: { to: orders, deliveryPolicy: {} } } }',
      'only http subscriptions have one',
    ],
    [
      'news',
      '{ subscriptions: { a: { to: db, deliveryPolicy: { numMaxDelayRetries: 8 } } } }',
      'raise numRetries to 8',
    ],
    [
      'news',
      '{ subscriptions: { a: { to: db, deliveryPolicy: { maxDelayTarget: 5s } } } }',
      'let minDelayTarget be at most',
    ],
    [
      'news',
      '{ subscriptions: { a: { to: orders, filterPolicy: [order] } } }',
      'write a map of keys and lists of values',
    ],
    ['news', '{ subscriptions: { a: { to: workers } } }', 'write receivesFrom: news there'],
  ])('can’t be %s: %s', (name, settings, fix) => {
    const problems = wrong(queue(name, settings));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fix);
  });
});

describe('logs', () => {
  it('are as Kafka has them', () => {
    const text = PLANT.replace(
      'clicks: {}',
      'clicks: { partitions: 6, minInsyncReplicas: 2, retention: 7d, retentionBytes: 1GiB, acks: 1 }',
    );
    expect(good(text).logs.clicks).toEqual({
      partitions: 6,
      replicationFactor: 3,
      minInsyncReplicas: 2,
      logRetentionMs: 604_800_000,
      logRetentionBytes: 1_073_741_824,
      acks: '1',
    });
    expect(good(PLANT).logs.clicks).toMatchObject({
      partitions: 1,
      logRetentionMs: undefined,
      acks: 'all',
    });
  });

  it.each([
    ['{ partitions: 0 }', 'write a whole number from 1 to 10000'],
    ['{ acks: 2 }', 'write all, or 1 for the leader alone'],
    ['{ minInsyncReplicas: 4 }', 'let minInsyncReplicas be at most replicationFactor'],
    ['{ retention: 1500us }', 'write whole milliseconds'],
  ])('can’t be %s', (settings, fix) => {
    expect(wrong(PLANT.replace('clicks: {}', `clicks: ${settings}`))[0]).toContain(fix);
  });
});

describe('priority queues, stores and services', () => {
  it('have a few settings each', () => {
    const text = PLANT.replace('urgent: {}', 'urgent: { priorities: 5 }')
      .replace('seen: {}', 'seen: { latency: 0s, expiresAfter: 1h }')
      .replace(
        'db: {}',
        'db: { servers: 4, latency: { exponential: 5ms }, queueLimit: 0, rateLimit: 100/s, availability: 99.9%, calls: [payments] }',
      );
    const scenario = good(text);
    expect(scenario.priorityQueues.urgent).toEqual({ priorities: 5 });
    expect(scenario.stores.inventory).toEqual({
      items: { concert: 500 },
      latency: 5_000,
      expiresAfter: undefined,
    });
    expect(scenario.stores.seen).toEqual({ items: {}, latency: 0, expiresAfter: 3_600_000_000 });
    expect(scenario.services.db).toEqual({
      servers: 4,
      latency: { kind: 'exponential', mean: 5_000 },
      queueLimit: 0,
      rateLimit: { rate: 100, burst: 100 },
      availability: 0.999,
      calls: ['payments'],
    });
  });

  it.each([
    ['urgent: { priorities: 0 }', 'write a whole number from 1 to 255'],
    ['db: { calls: [db] }', 'name a service (payments)'],
    ['db: { calls: [orders] }', 'name a service (payments)'],
    ['db: { availability: 99.9 }', 'write a chance from 0 to 1'],
    ['seen: { items: { ticket: -1 } }', 'write a whole number from 0 to'],
  ])('can’t be %s', (settings, fix) => {
    const name = settings.slice(0, settings.indexOf(':'));
    expect(wrong(PLANT.replace(`${name}: {}`, settings))[0]).toContain(fix);
  });

  it('turns down calls in a circle, which never answer', () => {
    const circle = PLANT.replace('db: {}', 'db: { calls: [payments] }').replace(
      'payments: {}',
      'payments: { calls: [db] }',
    );
    expect(wrong(circle).map((line) => line.replace(/ \|.*/, ''))).toEqual([
      '10:19 services.db leads back to itself',
      '10:52 services.payments leads back to itself',
    ]);
  });
});
