import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../../../src/simulator/engine/time.ts';
import { good, PLANT, wrong } from '../reading.ts';

const producing = (settings: string) =>
  PLANT.replace('{ sendsTo: orders, arrivals: 20/s }', `{ arrivals: 20/s, ${settings} }`);
const consuming = (settings: string) =>
  PLANT.replace('{ receivesFrom: orders }', `{ ${settings} }`);

describe('producers', () => {
  it('have what a sender can set', () => {
    const text = producing(
      'sendsTo: orders, count: 5, until: 1m, batch: 10, linger: 5ms, body: "{trace}", size: 300B, retry: { attempts: 5, backoff: 1s }, resendChance: 1%, shedAbove: 9, breaker: { failures: 5, openFor: 3s }',
    );
    expect(good(text).producers.buyers).toEqual({
      sendsTo: 'orders',
      arrivals: { kind: 'poisson', rate: 20 },
      count: 5,
      until: 60 * SECOND,
      batch: 10,
      linger: 5_000,
      messageGroupId: undefined,
      messageDeduplicationId: undefined,
      key: undefined,
      attributes: {},
      body: { kind: 'text', template: '{trace}' },
      size: 300,
      delaySeconds: undefined,
      retry: { attempts: 5, backoff: SECOND, multiplier: 2, max: 20 * SECOND, jitter: true },
      resendChance: 0.01,
      timeout: undefined,
      shedAbove: 9,
      breaker: { failures: 5, openFor: 3 * SECOND },
      idempotent: false,
    });
  });

  it('may say more, depending on what they send to', () => {
    expect(good(producing('sendsTo: payments, timeout: 1s')).producers.buyers?.timeout).toBe(
      SECOND,
    );
    expect(
      good(producing('sendsTo: clicks, key: "user-{1..9}", size: 300B, idempotent: true')).producers
        .buyers,
    ).toMatchObject({
      key: { kind: 'text', template: 'user-{1..9}' },
      size: 300,
      idempotent: true,
      batch: 1,
      linger: 0,
    });
    expect(good(producing('sendsTo: urgent, shedAbove: 9')).producers.buyers?.shedAbove).toBe(9);
    expect(good(producing('sendsTo: orders, delay: 5s')).producers.buyers?.delaySeconds).toBe(5);
    expect(
      good(producing('sendsTo: urgent, attributes: { priority: "{0..2}" }')).producers.buyers
        ?.attributes,
    ).toEqual({ priority: { kind: 'text', template: '{0..2}' } });
    expect(
      good(producing('sendsTo: seats.fifo, messageGroupId: a, messageDeduplicationId: "{n}"'))
        .producers.buyers,
    ).toMatchObject({ messageDeduplicationId: { template: '{n}' } });
  });

  it.each([
    [
      'sendsTo: workers',
      'name a queue (orders, orders-dlq, seats.fifo, seats-dlq.fifo), a priority queue (urgent), a topic (news, seat-news.fifo), a log (clicks) or a service (db, payments)',
    ],
    ['sendsTo: seats.fifo', 'producers.buyers.messageGroupId is missing | write a text'],
    ['sendsTo: seat-news.fifo', 'producers.buyers.messageGroupId is missing | write a text'],
    ['sendsTo: seats.fifo, messageGroupId: a, delay: 1s', 'only messages to a standard queue'],
    ['sendsTo: orders, messageDeduplicationId: a', 'only FIFO queues and topics take one'],
    ['sendsTo: clicks, messageGroupId: a', 'only queues and topics have groups'],
    ['sendsTo: clicks, attributes: { a: b }', 'only messages in queues and topics have attributes'],
    ['sendsTo: orders, key: a', 'only the records of a log have a key'],
    ['sendsTo: orders, idempotent: true', 'only a log knows idempotent producers'],
    ['sendsTo: orders, timeout: 1s', 'only a called service is waited for'],
    ['sendsTo: orders, batch: 11, linger: 1s', 'write a whole number from 1 to 10,'],
    ['sendsTo: orders, batch: 10', 'add linger, e.g. linger: 50ms'],
    ['sendsTo: news, batch: 2, linger: 0s', 'add linger, e.g. linger: 50ms'],
    ['sendsTo: clicks, batch: 10', 'only queues and topics take batches'],
    ['sendsTo: urgent, batch: 1', 'only queues and topics take batches'],
    ['sendsTo: db, batch: 10', 'only queues and topics take batches'],
    ['sendsTo: clicks, linger: 5ms', 'only batches to queues and topics'],
    ['sendsTo: urgent, linger: 5ms', 'only batches to queues and topics'],
    ['sendsTo: db, linger: 5ms', 'only batches to queues and topics'],
    ['sendsTo: db, resendChance: 1%', 'to call again, write retry'],
    ['sendsTo: db, size: 1KiB', 'only messages and records have a size'],
    ['sendsTo: db, body: hello', 'only messages and records have a body'],
    ['sendsTo: news, shedAbove: 9', 'only queues and priority queues have a backlog'],
    ['sendsTo: clicks, shedAbove: 9', 'only queues and priority queues have a backlog'],
    ['sendsTo: db, shedAbove: 9', 'only queues and priority queues have a backlog'],
    ['sendsTo: orders, retry: { backoff: 1m }', 'let backoff be at most max'],
    ['sendsTo: orders, breaker: { failures: 5 }', 'producers.buyers.breaker.openFor is missing'],
  ])('can’t be %s', (settings, fix) => {
    const problems = wrong(producing(settings));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fix);
  });
});

describe('consumers', () => {
  it('delete what they receive, and nothing else, unless they are told', () => {
    expect(good(consuming('receivesFrom: orders')).consumers.workers).toEqual({
      receivesFrom: ['orders'],
      count: 1,
      concurrency: 1,
      batch: 1,
      waitTimeSeconds: 20,
      pollEvery: SECOND,
      visibilityTimeoutSeconds: undefined,
      steps: [{ kind: 'delete' }],
      deletes: 'each',
      onFailure: 'leave',
      heartbeat: undefined,
      autoscale: undefined,
      lambda: undefined,
      group: undefined,
      share: false,
      limit: undefined,
      shedOlderThan: undefined,
      protocol: undefined,
      subscription: undefined,
    });
  });

  it('have a recipe of steps', () => {
    const text = consuming(`receivesFrom: orders, steps: [
      { work: 40ms }, { check: seen }, { write: inventory }, { reserve: { store: inventory, item: concert, how: conditional } },
      { claim: seen }, { record: seen }, { transaction: [{ reserve: inventory }, { record: seen }] }, { call: db },
      { call: { service: payments, timeout: 1s, retry: { attempts: 2 }, breaker: { failures: 1, openFor: 1s } } },
      { send: clicks }, delete ]`);
    expect(good(text).consumers.workers?.steps).toEqual([
      { kind: 'work', time: { kind: 'constant', value: 40_000 } },
      { kind: 'check', store: 'seen' },
      { kind: 'write', store: 'inventory' },
      { kind: 'reserve', store: 'inventory', item: 'concert', how: 'conditional' },
      { kind: 'claim', store: 'seen' },
      { kind: 'record', store: 'seen' },
      {
        kind: 'transaction',
        steps: [
          { kind: 'reserve', store: 'inventory', item: 'concert', how: 'read-then-write' },
          { kind: 'record', store: 'seen' },
        ],
      },
      { kind: 'call', service: 'db', timeout: undefined, retry: undefined, breaker: undefined },
      {
        kind: 'call',
        service: 'payments',
        timeout: SECOND,
        retry: { attempts: 2, backoff: 100_000, multiplier: 2, max: 20 * SECOND, jitter: true },
        breaker: { failures: 1, openFor: SECOND },
      },
      { kind: 'send', to: 'clicks' },
      { kind: 'delete' },
    ]);
  });

  it('may write the usual recipe in short: service, then effect, then delete', () => {
    const steps = (settings: string) =>
      good(consuming(settings)).consumers.workers?.steps.map(({ kind }) => kind);
    expect(steps('receivesFrom: orders, service: 40ms')).toEqual(['work', 'delete']);
    expect(steps('receivesFrom: orders, effect: [{ call: db }, { write: seen }]')).toEqual([
      'call',
      'write',
      'delete',
    ]);
    expect(steps('receivesFrom: orders, service: 40ms, effect: { write: seen }')).toEqual([
      'work',
      'write',
      'delete',
    ]);
  });

  it('are staffed, paced and kept alive as their settings say', () => {
    const text = consuming(
      'receivesFrom: [urgent, orders], count: 0, heartbeat: { every: 10s, extendTo: 30s }, autoscale: { backlogPerWorker: 100, max: 50, cooldown: { out: 1s, in: 5m }, startDelay: 30s }, limit: 50/s, shedOlderThan: 1m, onFailure: { showAfter: { backoff: 1s } }, deletes: batch',
    ).replace('heartbeat: { every: 10s, extendTo: 30s }, ', '');
    expect(good(text).consumers.workers).toMatchObject({
      receivesFrom: ['urgent', 'orders'],
      count: 0,
      autoscale: {
        target: 100,
        min: 1,
        max: 50,
        every: 60 * SECOND,
        cooldownOut: SECOND,
        cooldownIn: 300 * SECOND,
        startDelay: 30 * SECOND,
      },
      limit: { rate: 50, burst: 50 },
      shedOlderThan: 60 * SECOND,
      onFailure: { showAfter: { attempts: 3, backoff: SECOND, jitter: true } },
      deletes: 'batch',
    });
    const lambda = consuming(
      'receivesFrom: orders, lambda: { timeout: 5s }, heartbeat: { every: 10s, extendTo: 30s }, onFailure: { showAfter: 0s }',
    );
    expect(good(lambda).consumers.workers).toMatchObject({
      lambda: { maximumConcurrency: 1_000, timeout: 5 * SECOND, reportBatchItemFailures: false },
      heartbeat: { every: 10 * SECOND, extendToSeconds: 30 },
      onFailure: { showAfter: { backoff: 0, max: 0, jitter: false } },
    });
  });

  it('give failed messages back to a priority queue at once, and never hold them', () => {
    const atOnce = { showAfter: { backoff: 0, max: 0, jitter: false } };
    expect(good(consuming('receivesFrom: urgent')).consumers.workers?.onFailure).toMatchObject(
      atOnce,
    );
    expect(
      good(consuming('receivesFrom: [orders, urgent]')).consumers.workers?.onFailure,
    ).toMatchObject(atOnce);
    expect(good(consuming('receivesFrom: [orders, orders-dlq]')).consumers.workers?.onFailure).toBe(
      'leave',
    );
  });

  it('may hide messages of a queue as long as they like, also when a priority queue is before it', () => {
    expect(
      good(consuming('receivesFrom: [urgent, orders], visibilityTimeout: 5s')).consumers.workers
        ?.visibilityTimeoutSeconds,
    ).toBe(5);
  });

  it('KFK-08: are a cooperative group with Kafka’s times when they read a log', () => {
    expect(good(consuming('receivesFrom: clicks')).consumers.workers?.group).toEqual({
      protocol: 'cooperative',
      commit: 'after',
      autoCommitInterval: 5 * SECOND,
      autoOffsetReset: 'earliest',
      sessionTimeout: 45 * SECOND,
      heartbeatInterval: 3 * SECOND,
      maxPollInterval: 300 * SECOND,
      isolation: 'read_uncommitted',
      skipAfter: undefined,
      deadLetters: undefined,
      replay: undefined,
    });
    const replayed =
      'receivesFrom: clicks, batch: 500, group: { protocol: eager, commit: auto, skipAfter: 3, deadLetters: orders, replay: { at: 5m, from: earliest } }';
    expect(good(consuming(replayed)).consumers.workers?.group).toMatchObject({
      protocol: 'eager',
      commit: 'auto',
      skipAfter: 3,
      deadLetters: 'orders',
      replay: { at: 300 * SECOND, from: 'earliest' },
    });
    expect(good(consuming('receivesFrom: clicks, share: true')).consumers.workers).toMatchObject({
      share: true,
      group: undefined,
    });
  });

  it('are subscribed when they receive from a topic, by their own settings or by the topic’s', () => {
    const own =
      'receivesFrom: news, protocol: http, subscription: { filterPolicy: { kind: [order] }, deadLetters: orders-dlq, deliveryPolicy: { numRetries: 1 }, retries: false }';
    expect(good(consuming(own)).consumers.workers).toMatchObject({
      protocol: 'http',
      subscription: {
        filterPolicy: { kind: ['order'] },
        filterPolicyScope: 'MessageAttributes',
        deadLetterQueue: 'orders-dlq',
        retry: { numRetries: 1 },
        retries: false,
      },
    });
    const named = consuming('receivesFrom: news').replace(
      'news: {}',
      'news: { subscriptions: { a: { to: workers } } }',
    );
    expect(good(named).consumers.workers).toMatchObject({
      protocol: undefined,
      subscription: undefined,
    });
  });

  it.each([
    ['receivesFrom: buyers', 'name a queue (orders'],
    ['receivesFrom: []', 'name at least one queue, topic or log'],
    ['receivesFrom: [orders, clicks]', 'only queues are taken in turn'],
    ['receivesFrom: seat-news.fifo', 'a FIFO topic delivers to queues only'],
    ['receivesFrom: orders, batch: 11', 'write a whole number from 1 to 10,'],
    ['receivesFrom: orders, pollEvery: 0s', 'write a time above 0s'],
    ['receivesFrom: orders, steps: []  , service: 1s', 'write steps, or service and effect'],
    ['receivesFrom: orders, steps: delete', 'write a list of steps'],
    ['receivesFrom: orders, steps: [dlete]', 'Did you mean “delete”?'],
    ['receivesFrom: orders, steps: [{ wrok: 1s }]', 'Did you mean “work”?'],
    ['receivesFrom: orders, steps: [{ write: db }]', 'name a store (inventory, seen)'],
    ['receivesFrom: orders, steps: [{ call: inventory }]', 'name a service (db, payments)'],
    ['receivesFrom: orders, steps: [{ send: buyers }]', 'name a queue'],
    ['receivesFrom: orders, steps: [{ reserve: seen }]', 'give seen stock first'],
    [
      'receivesFrom: orders, steps: [{ reserve: { store: inventory, item: concrt } }]',
      'Did you mean “concert”?',
    ],
    [
      'receivesFrom: orders, steps: [{ transaction: [{ work: 1s }] }]',
      'use one of write, reserve, claim, check, record',
    ],
    ['receivesFrom: orders, group: {}', 'it is for those who receive from logs'],
    [
      'receivesFrom: clicks, heartbeat: { every: 1s, extendTo: 9s }',
      'it is for those who receive from queues',
    ],
    ['receivesFrom: clicks, share: true, group: {}', 'remove group'],
    [
      'receivesFrom: clicks, group: { sessionTimeout: 3s }',
      'let heartbeatInterval be below sessionTimeout',
    ],
    ['receivesFrom: clicks, group: { deadLetters: orders }', 'add skipAfter'],
    [
      'receivesFrom: clicks, group: { replay: { at: 10m, from: earliest } }',
      'consumers.workers.group.replay.at is not before runFor, after which the run may end',
    ],
    ['receivesFrom: news, batch: 2', 'a push brings one message'],
    ['receivesFrom: news, waitTime: 5s', 'the topic pushes'],
    ['receivesFrom: news, pollEvery: 5s', 'the topic pushes'],
    ['receivesFrom: news, deletes: batch', 'each push is answered on its own'],
    ['receivesFrom: news, onFailure: leave', 'the topic pushes again by itself'],
    ['receivesFrom: news, autoscale: { backlogPerWorker: 5, max: 2 }', 'raise count'],
    ['receivesFrom: news, shedOlderThan: 1m', 'put a queue between to shed'],
    ['receivesFrom: clicks, concurrency: 2', 'a worker takes record after record'],
    ['receivesFrom: clicks, waitTime: 5s', 'new records wake a worker'],
    ['receivesFrom: clicks, deletes: each', 'records stay in a log'],
    ['receivesFrom: clicks, onFailure: { showAfter: 5s }', 'group: { skipAfter } says how often'],
    ['receivesFrom: clicks, share: true, concurrency: 2', 'a worker takes record after record'],
    ['receivesFrom: clicks, share: true, pollEvery: 5s', 'new records wake the members'],
    ['receivesFrom: clicks, share: true, deletes: batch', 'acknowledges each record'],
    ['receivesFrom: clicks, share: true, onFailure: leave', 'gives a failed record back at once'],
    ['receivesFrom: orders, lambda: { timeout: 5s }, count: 2', 'up to maximumConcurrency'],
    ['receivesFrom: orders, lambda: { timeout: 5s }, deletes: each', 'when its invocation ends'],
    [
      'receivesFrom: orders, lambda: { timeout: 5s }, autoscale: { backlogPerWorker: 5, max: 2 }',
      'Lambda scales by itself',
    ],
    ['receivesFrom: [orders, orders-dlq], waitTime: 5s', 'pollEvery is the pause'],
    ['receivesFrom: urgent, visibilityTimeout: 5s', 'keeps a message for its worker'],
    ['receivesFrom: urgent, heartbeat: { every: 1s, extendTo: 9s }', 'hides nothing for a time'],
    [
      'receivesFrom: [orders, urgent], heartbeat: { every: 1s, extendTo: 9s }',
      'hides nothing for a time',
    ],
    ['receivesFrom: urgent, onFailure: { showAfter: 5s }', 'gets a failed message back at once'],
    ['receivesFrom: urgent, onFailure: leave', 'gets a failed message back at once'],
    ['receivesFrom: [orders, urgent], onFailure: leave', 'write { showAfter: 5s }: a priority'],
    ['receivesFrom: [urgent, orders], batch: 11', 'write a whole number from 1 to 10,'],
    ['receivesFrom: orders, subscription: {}', 'it is for those who receive from topics'],
    [
      'receivesFrom: orders, autoscale: { backlogPerWorker: 5, min: 9, max: 2 }',
      'let min be at most max',
    ],
    ['receivesFrom: orders, lambda: { timeout: 31s }', 'better six times: 186s'],
    ['receivesFrom: orders, onFailure: forget', 'write leave, or { showAfter: 5s }'],
  ])('can’t be %s', (settings, fix) => {
    const problems = wrong(consuming(settings));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fix);
  });

  it('name an item when the store has several', () => {
    const text = consuming('receivesFrom: orders, effect: { reserve: inventory }').replace(
      'concert: 500',
      'concert: 500, opera: 9',
    );
    expect(wrong(text)[0]).toContain(
      'name one of the items of inventory: { store: inventory, item: concert }; it has concert, opera.',
    );
  });
});
