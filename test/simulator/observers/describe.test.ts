import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { clockFor, timeline, describe as words } from '../../../src/simulator/observers/index.ts';
import { event } from './events.ts';

const S = 1_000_000;
const record = { log: 'clicks', partition: 1, offset: 7, key: 'a' };
const group = { group: 'readers', member: 'readers-1', log: 'clicks' };
const topic = { topic: 'news', subscription: 'mail' };

const CASES: readonly (readonly [SimulationEvent, string])[] = [
  [event('sent', 0, { visibleAt: 0 }), 'workers-1 sends buyers-1 to orders'],
  [
    event('sent', 0, { visibleAt: 5 * S, by: '' }),
    'somebody sends buyers-1 to orders, delayed until 5.000 s',
  ],
  [
    event('deduplicated', 0),
    'workers-1 sends buyers-1 to orders, which takes it for a repetition and adds nothing',
  ],
  [
    event('appeared', 0, { because: 'delay-over' }),
    'the delay of buyers-1 is over: it can be received from orders',
  ],
  [
    event('appeared', 0, { because: 'visibility-timeout' }),
    'the visibility timeout of buyers-1 runs out: it is visible in orders again',
  ],
  [
    event('appeared', 0, { because: 'released' }),
    'buyers-1 is given back: it is visible in orders again',
  ],
  [
    event('received', 0, { hiddenUntil: 30 * S }),
    'workers-1 receives buyers-1 from orders; hidden until 30.000 s',
  ],
  [
    event('received', 0, { hiddenUntil: 30 * S, receiveCount: 2, copy: true }),
    'workers-1 receives one more copy of buyers-1 from orders (receive 2); hidden until 30.000 s',
  ],
  [
    event('received', 0, { hiddenUntil: Number.MAX_SAFE_INTEGER }),
    'workers-1 receives buyers-1 from orders',
  ],
  [event('deleted', 0), 'workers-1 deletes buyers-1 from orders'],
  [
    event('delete-ineffective', 0, { refused: true }),
    'workers-1 tries to delete buyers-1 from orders with an old handle: refused',
  ],
  [
    event('visibility-changed', 0, { hiddenUntil: 9 * S }),
    'workers-1 moves the deadline of buyers-1: hidden until 9.000 s',
  ],
  [
    event('dead-lettered', 0, { to: 'dlq', receiveCount: 1 }),
    'buyers-1 has been received 1 time: orders moves it to dlq',
  ],
  [
    event('redriven', 0, { queue: 'dlq', to: 'orders' }),
    'a move task takes buyers-1 out of dlq for orders',
  ],
  [
    event('expired', 0, { receiveCount: 0 }),
    'buyers-1 is too old for orders and is dropped; nobody ever received it',
  ],
  [event('purged', 0), 'orders is purged, and buyers-1 with it'],
  [
    event('queue-request', 0, { action: 'SendMessage', messages: 2, refused: undefined }),
    'workers-1 calls SendMessage on orders: 2 messages',
  ],
  [
    event('published', 0, { topic: 'news', deliveries: 1 }),
    'workers-1 publishes buyers-1 to news, for 1 subscription',
  ],
  [
    event('publish-deduplicated', 0, { topic: 'news' }),
    'workers-1 publishes buyers-1 to news, which takes it for a repetition and delivers nothing',
  ],
  [
    event('filtered-out', 0, { ...topic, why: 'it has no kind' }),
    "mail doesn't get buyers-1, because it has no kind",
  ],
  [
    event('delivery-attempted', 0, { ...topic, attempt: 2, outcome: 'delivered' }),
    'news delivers buyers-1 to mail at attempt 2',
  ],
  [
    event('delivery-attempted', 0, { ...topic, outcome: 'server-error', retryAt: S }),
    'news fails to deliver buyers-1 to mail (attempt 1, server error); next try at 1.000 s',
  ],
  [
    event('delivery-given-up', 0, { ...topic, attempts: 3, deadLetterQueue: undefined }),
    'news gives up delivering buyers-1 to mail after 3 attempts: it is dropped',
  ],
  [
    event('delivery-given-up', 0, { ...topic, attempts: 1, deadLetterQueue: 'dlq' }),
    'news gives up delivering buyers-1 to mail after 1 attempt: it goes to dlq',
  ],
  [event('replayed', 0, topic), 'news sends buyers-1 from its archive to mail again'],
  [
    event('topic-request', 0, { topic: 'news', action: 'Publish', refused: 'Throttled' }),
    'workers-1 calls Publish on news: Throttled',
  ],
  [event('appended', 0, record), 'workers-1 appends buyers-1 to clicks, partition 1, offset 7'],
  [
    event('append-refused', 0, { log: 'clicks', code: 'NOT_ENOUGH_REPLICAS' }),
    'clicks refuses buyers-1 of workers-1: NOT_ENOUGH_REPLICAS',
  ],
  [
    event('append-deduplicated', 0, record),
    'workers-1 appends buyers-1 again; clicks has it already, at offset 7',
  ],
  [
    event('transaction-ended', 0, { producer: 'p', outcome: 'aborted' }),
    'the transaction of p is aborted',
  ],
  [
    event('records-deleted', 0, { log: 'clicks', partition: 1, logStartOffset: 5, because: 'age' }),
    'clicks drops the records of partition 1 before offset 5: their age is beyond log retention',
  ],
  [
    event('brokers-changed', 0, { log: 'clicks', inSyncReplicas: 1 }),
    'clicks has 1 replica in sync',
  ],
  [
    event('fetched', 0, { ...group, partition: 1, from: 3, to: 6 }),
    'readers-1 reads clicks, partition 1, offsets 3 to 5',
  ],
  [
    event('committed', 0, { ...group, partition: 1, committedOffset: 6 }),
    'readers-1 commits clicks, partition 1, up to offset 6',
  ],
  [
    event('rebalance-started', 0, { group: 'readers', because: 'session-timeout' }),
    'readers starts to share out its partitions anew (session timeout)',
  ],
  [event('rebalance-ended', 0, { group: 'readers' }), 'readers has shared out its partitions'],
  [
    event('partitions-assigned', 0, { ...group, partitions: [0, 1] }),
    'readers-1 gets partitions 0, 1 of clicks',
  ],
  [
    event('partitions-revoked', 0, { ...group, partitions: [1], lost: false }),
    'readers-1 gives back partition 1 of clicks',
  ],
  [
    event('partitions-revoked', 0, { ...group, partitions: [1], lost: true }),
    'readers-1 loses partition 1 of clicks without knowing it',
  ],
  [
    event('member-left', 0, { ...group, because: 'poll-interval' }),
    'readers-1 is out of readers (poll interval)',
  ],
  [
    event('offset-reset', 0, { ...group, partition: 1, to: 0, because: 'replay' }),
    'readers goes on at offset 0 of clicks, partition 1 (replay)',
  ],
  [
    event('record-acquired', 0, { ...group, ...record, deliveryCount: 2, lockedUntil: S }),
    'readers-1 locks buyers-1 of clicks (delivery 2) until 1.000 s',
  ],
  [
    event('record-settled', 0, { ...group, ...record, outcome: 'lock-expired' }),
    'buyers-1 is lock expired for readers-1',
  ],
  [event('produced', 0, { to: 'orders' }), 'buyers makes buyers-1 for orders'],
  [
    event('produce-failed', 0, { code: 'shed' }),
    'buyers turns buyers-1 away at the door: too much is waiting',
  ],
  [
    event('produce-failed', 0, { code: 'breaker-open', attempts: 2 }),
    'buyers gives up on buyers-1 after 2 attempts: breaker open',
  ],
  [event('work-started', 0, { attempt: 2 }), 'workers-1 starts on buyers-1 (delivery 2)'],
  [event('work-ended', S, { outcome: 'done' }), 'workers-1 is done with buyers-1 after 1 s'],
  [
    event('work-ended', 0, { outcome: 'skipped' }),
    'workers-1 finds buyers-1 done already and skips it',
  ],
  [
    event('work-ended', 0, { outcome: 'failed', why: 'db answered: error' }),
    'workers-1 fails on buyers-1: db answered: error',
  ],
  [event('work-ended', 0, { outcome: 'crashed' }), 'workers-1 dies while it works on buyers-1'],
  [event('work-ended', 0, { outcome: 'shed' }), 'workers-1 throws buyers-1 away: too old'],
  [
    event('work-ended', 0, { outcome: 'stopped' }),
    'workers-1 is stopped while it works on buyers-1',
  ],
  [
    event('step-ended', 0, { step: 'call', on: 'db' }),
    'workers-1 ends the step call on db for buyers-1',
  ],
  [
    event('effect', 0, { store: 'stock', operation: 'write', outcome: 'applied' }),
    'workers-1 writes buyers-1 in stock',
  ],
  [
    event('effect', 0, {
      store: 'stock',
      operation: 'reserve',
      key: 'seat',
      outcome: 'applied',
      left: 3,
    }),
    'workers-1 takes one seat from stock for buyers-1; 3 left',
  ],
  [
    event('effect', 0, { store: 'stock', operation: 'reserve', key: 'seat', outcome: 'refused' }),
    'workers-1 finds seat in stock sold out for buyers-1',
  ],
  [
    event('effect', 0, { store: 'seen', operation: 'claim', outcome: 'refused' }),
    'workers-1 finds buyers-1 in seen already',
  ],
  [
    event('call-ended', 3 * S, {
      service: 'db',
      caller: 'workers-1',
      outcome: 'rate-limited',
      waited: S,
    }),
    'db answers workers-1 after 3 s: rate limited (1 s of it in line)',
  ],
  [event('worker-state', 0, { state: 'paused' }), "workers-1 stands still and doesn't know it"],
  [
    event('scaled', 0, { from: 1, to: 2, backlogPerWorker: 50 }),
    'workers goes from 1 to 2 workers: 50 waiting for each',
  ],
  [
    event('breaker-state', 0, { owner: 'workers', service: 'db', state: 'half-open' }),
    'the circuit breaker of workers for db is half open',
  ],
  [event('fault-fired', 0, { target: 'db', what: 'is down', trace: '' }), 'fault: db is down'],
  [
    event('fault-fired', 0, { target: 'buyers', what: 'can never be processed' }),
    'fault: buyers-1 can never be processed',
  ],
  [event('alarm-state', 0, { alarm: 'deep', state: 'alarm' }), 'the alarm deep rings'],
  [event('alarm-state', 0, { alarm: 'deep', state: 'ok' }), 'the alarm deep is over'],
];

describe('an event in words', () => {
  it.each(CASES)('$kind', (one, expected) => {
    expect(words(one)).toBe(expected);
  });

  it('has its time before it in a timeline, where calls that are only billed say nothing', () => {
    const events = [event('deleted', 1_500_000), event('queue-request', 0)];
    expect(timeline(events, clockFor(60 * S))).toEqual([
      '1.500 s  workers-1 deletes buyers-1 from orders',
    ]);
  });

  it('has its time in hours where the run takes hours', () => {
    expect(clockFor(5 * 3600 * S)(3_725_000_000)).toBe('01:02:05');
  });
});
