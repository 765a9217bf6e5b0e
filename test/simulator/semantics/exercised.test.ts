import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { Exercised } from '../../../src/simulator/semantics/index.ts';
import { events, PARTS } from './exercised-events.ts';

function shownBy(happened: readonly SimulationEvent[]): readonly string[] {
  const exercised = new Exercised(PARTS);
  for (const event of happened) exercised.see(event);
  return exercised.ids;
}

const {
  acquired,
  appended,
  appeared,
  attempted,
  committed,
  deadLettered,
  deduplicated,
  deleted,
  deleteIneffective,
  expired,
  fetched,
  filteredOut,
  givenUp,
  memberLeft,
  offsetReset,
  partitionsAssigned,
  published,
  publishDeduplicated,
  purged,
  rebalanceStarted,
  received,
  redriven,
  refusedAppend,
  replayed,
  request,
  sent,
  topicRequest,
  transactionEnded,
  visibilityChanged,
  workEnded,
} = events;

/** What happened, and all that it shows. */
const STANDARD_CASES: readonly [string, readonly SimulationEvent[], readonly string[]][] = [
  ['a send', [sent('std', 'm1')], []],
  ['a delayed send', [sent('std', 'm1', { visibleAt: 9 })], ['STD-01']],
  ['any call', [request('std', 'SendMessage')], ['STD-24']],
  ['a batch', [request('std', 'DeleteMessage', { messages: 2 })], ['STD-20', 'STD-24']],
  [
    'a batch that was too long',
    [request('std', 'SendMessage', { messages: 0, refused: 'BatchRequestTooLong' })],
    ['STD-19', 'STD-24'],
  ],
  ['a receive that gave something', [request('std', 'ReceiveMessage')], ['STD-02', 'STD-24']],
  ['a first delivery', [received('std', 'm1')], ['STD-03']],
  ['a second delivery', [received('std', 'm1', { receiveCount: 2 })], ['STD-03', 'STD-05']],
  ['a timeout', [appeared('std', 'm1')], ['STD-04']],
  ['a release', [appeared('std', 'm1', { because: 'released' })], []],
  ['a stale delete', [deleteIneffective('std', 'm1')], ['STD-06']],
  ['a changed timeout', [visibilityChanged('std', 'm1')], ['STD-07']],
  ['a dead letter', [deadLettered('std', 'm1')], ['STD-09', 'STD-10']],
  [
    'a timeout with no receive left, which moves nothing',
    [appeared('std', 'm1', { receiveCount: 5 })],
    ['STD-04', 'STD-11', 'STD-18'],
  ],
  ['the end of retention', [expired('std', 'm1')], ['STD-12']],
  ['a move task', [redriven('std', 'm1')], ['STD-13']],
  [
    'a short poll that missed what was there',
    [sent('std', 'm1'), request('std', 'ReceiveMessage', { messages: 0 })],
    ['STD-14', 'STD-24'],
  ],
  [
    'an empty receive of an empty queue',
    [sent('std', 'm1'), expired('std', 'm1'), request('std', 'ReceiveMessage', { messages: 0 })],
    ['STD-12', 'STD-24'],
  ],
  ['a long poll', [request('waited', 'ReceiveMessage', { messages: 0 })], ['STD-14', 'STD-24']],
  ['a copy', [received('std', 'm1', { copy: true })], ['STD-03', 'STD-15']],
  [
    'a swap',
    [received('swaps', 'm2', { sentAt: 2 }), received('swaps', 'm1', { sentAt: 1 })],
    ['STD-03', 'STD-16'],
  ],
  [
    'the same in a queue that does not swap',
    [received('std', 'm2', { sentAt: 2 }), received('std', 'm1', { sentAt: 1 })],
    ['STD-03'],
  ],
  [
    'too many in flight',
    [request('std', 'ReceiveMessage', { messages: 0, refused: 'OverLimit' })],
    ['STD-17', 'STD-24'],
  ],
  ['the third timeout', [appeared('std', 'm1', { receiveCount: 3 })], ['STD-04', 'STD-18']],
  ['a tenant', [received('std', 'm1', { group: 'g1' })], ['STD-03', 'STD-21']],
  ['a purge', [purged('std', 'm1')], ['STD-23']],
];

const FIFO_CASES: typeof STANDARD_CASES = [
  [
    'a send without a group',
    [request('q.fifo', 'SendMessage', { refused: 'MissingParameter' })],
    ['STD-24', 'FIFO-01'],
  ],
  ['a duplicate', [deduplicated('q.fifo', 'm1')], ['FIFO-02']],
  [
    'a duplicate by content in a group',
    [deduplicated('content.fifo', 'm1')],
    ['FIFO-02', 'FIFO-03', 'FIFO-04'],
  ],
  [
    'the next of a group, for another consumer',
    [
      received('q.fifo', 'm1', { by: 'a' }),
      deleted('q.fifo', 'm1'),
      received('q.fifo', 'm2', { by: 'b', at: 2 }),
    ],
    ['STD-03', 'FIFO-05', 'FIFO-15'],
  ],
  [
    'two of a group in one receive, then one of them deleted',
    [received('q.fifo', 'm1'), received('q.fifo', 'm2'), deleted('q.fifo', 'm1')],
    ['STD-03', 'FIFO-05', 'FIFO-06', 'FIFO-07'],
  ],
  [
    'a delete after the other one was visible again',
    [
      received('q.fifo', 'm1'),
      appeared('q.fifo', 'm1'),
      received('q.fifo', 'm2', { at: 2 }),
      deleted('q.fifo', 'm2'),
    ],
    ['STD-03', 'STD-04', 'FIFO-05'],
  ],
  [
    'a redelivery',
    [received('q.fifo', 'm1', { receiveCount: 2 })],
    ['STD-03', 'STD-05', 'FIFO-08'],
  ],
  ['a refused delete', [deleteIneffective('q.fifo', 'm1')], ['FIFO-09', 'FIFO-18']],
  ['a delayed queue', [sent('q.fifo', 'm1', { visibleAt: 9 })], ['STD-01', 'FIFO-10']],
  ['a dead letter', [deadLettered('q.fifo', 'm1')], ['STD-09', 'STD-10', 'FIFO-11']],
  [
    'a throttled call',
    [request('q.fifo', 'SendMessage', { refused: 'ThrottlingException' })],
    ['STD-24', 'FIFO-13'],
  ],
  [
    'an empty receive because the group is busy',
    [
      received('q.fifo', 'm1'),
      sent('q.fifo', 'm2'),
      request('q.fifo', 'ReceiveMessage', { messages: 0 }),
    ],
    ['STD-03', 'STD-24', 'FIFO-16'],
  ],
  [
    'an empty receive with 120,000 in flight',
    [
      ...Array.from({ length: 120_000 }, (_, index) =>
        received('q.fifo', `m${index}`, { group: `g${index}`, at: index }),
      ),
      sent('q.fifo', 'one more'),
      request('q.fifo', 'ReceiveMessage', { messages: 0 }),
    ],
    ['STD-03', 'STD-24', 'FIFO-14'],
  ],
  ['a purge', [purged('q.fifo', 'm1')], ['STD-23', 'FIFO-17']],
];

const TOPIC_CASES: typeof STANDARD_CASES = [
  ['a publish to one', [published('topic')], []],
  ['a publish to two', [published('topic', { deliveries: 2 })], ['SNS-01']],
  [
    'a delivery while another subscription fails',
    [attempted('topic', 'mail', { outcome: 'server-error' }), attempted('topic', 'hook')],
    ['SNS-02', 'SNS-03'],
  ],
  [
    'a delivery after the failure is over',
    [attempted('topic', 'mail', { outcome: 'server-error' }), attempted('topic', 'mail')],
    ['SNS-03'],
  ],
  ['a forbidden delivery', [attempted('topic', 'mail', { outcome: 'client-error' })], ['SNS-04']],
  [
    'the second try of a webhook',
    [attempted('topic', 'hook', { attempt: 2 })],
    ['SNS-05', 'SNS-10'],
  ],
  ['a policy that did not match', [filteredOut('topic', 'mail')], ['SNS-06', 'SNS-07']],
  ['a delivery to a queue', [attempted('topic', 'queue')], ['SNS-09']],
  ['a group id', [published('topic', { group: 'g1' })], ['SNS-13']],
  ['a dead letter', [givenUp('topic', 'mail', 'dlq')], ['SNS-14']],
  ['a dropped message', [givenUp('topic', 'mail', undefined)], []],
  ['a duplicate', [publishDeduplicated('topic.fifo')], ['SNSF-01']],
  [
    'a delivery from a FIFO topic to a queue',
    [attempted('topic.fifo', 'queue')],
    ['SNS-09', 'SNSF-02'],
  ],
  [
    'two of a group',
    [published('topic.fifo', { group: 'g1' }), published('topic.fifo', { group: 'g1' })],
    ['SNSF-03'],
  ],
  ['a throttled publish', [topicRequest('topic.fifo', 'Throttled')], ['SNSF-04']],
  [
    'a dead letter of a FIFO topic',
    [givenUp('topic.fifo', 'queue', 'd.fifo')],
    ['SNS-14', 'SNSF-05'],
  ],
  ['a replay', [replayed('topic.fifo', 'queue')], ['SNSF-06']],
];

const LOG_CASES: typeof STANDARD_CASES = [
  ['a record without a key', [appended(undefined)], []],
  ['a record with a key', [appended('k')], ['KFK-01']],
  ['a read', [fetched('g1', 0, 5)], ['KFK-02']],
  ['a read by two groups', [fetched('g1', 0, 5), fetched('g2', 0, 5)], ['KFK-02', 'KFK-04']],
  ['a read again', [fetched('g1', 0, 5), fetched('g1', 4, 5)], ['KFK-02', 'KFK-10']],
  ['a read on', [fetched('g1', 0, 5), fetched('g1', 5, 6)], ['KFK-02']],
  ['an assignment', [partitionsAssigned()], ['KFK-03']],
  ['the end of retention', [events.recordsDeleted()], ['KFK-05']],
  ['a fall behind the start', [offsetReset('latest')], ['KFK-05']],
  ['a commit of everything', [committed(5, 5)], ['KFK-06']],
  ['a commit that lags', [committed(4, 5)], ['KFK-06', 'KFK-11']],
  ['a record that fails', [workEnded('log', 'failed')], ['KFK-07']],
  ['a message that fails', [workEnded('std', 'failed')], []],
  ['a record that is done', [workEnded('log', 'done')], []],
  ['a member that leaves', [memberLeft()], ['KFK-08']],
  ['a rebalance', [rebalanceStarted()], ['KFK-09']],
  [
    'a replay',
    [fetched('g1', 0, 5), offsetReset('replay'), fetched('g1', 0, 5)],
    ['KFK-02', 'KFK-12'],
  ],
  ['a retry of a producer', [events.appendDeduplicated()], ['KFK-13']],
  ['a transaction', [transactionEnded()], ['KFK-13']],
  ['a lost broker', [events.brokersChanged()], ['KFK-14']],
  ['a write without replicas', [refusedAppend('NOT_ENOUGH_REPLICAS')], ['KFK-14']],
  ['a write that was refused for something else', [refusedAppend('MESSAGE_TOO_LARGE')], []],
  ['a record of a share group', [acquired()], ['KFK-15']],
];

describe('what a run has shown', () => {
  it.each(STANDARD_CASES)('is told by a standard queue: %s', (_what, happened, ids) => {
    expect(shownBy(happened)).toEqual(ids);
  });

  it.each(FIFO_CASES)('is told by a FIFO queue: %s', (_what, happened, ids) => {
    expect(shownBy(happened)).toEqual(ids);
  });

  it.each(TOPIC_CASES)('is told by a topic: %s', (_what, happened, ids) => {
    expect(shownBy(happened)).toEqual(ids);
  });

  it.each(LOG_CASES)('is told by a log: %s', (_what, happened, ids) => {
    expect(shownBy(happened)).toEqual(ids);
  });
});
