import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

const ONE = '{ burst: { count: 1, at: 1s } }';

describe('a heartbeat', () => {
  const slow = (more: string, faults = '[]') =>
    play(`
runFor: 2m
queues: { orders: { visibilityTimeout: 10s } }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, count: 2, service: 30s${more} } }
faults: ${faults}
`);

  it('keeps a message hidden for as long as it is worked on', () => {
    expect(slow('').of('received').length).toBeGreaterThan(1);
    const kept = slow(', heartbeat: { every: 5s, extendTo: 10s }');
    expect(kept.of('received')).toHaveLength(1);
    expect(kept.of('visibility-changed').map(inSeconds)).toEqual([6, 11, 16, 21, 26]);
  });

  it('stops while its worker stands still, so the message is lost to another', () => {
    const { of } = slow(
      ', heartbeat: { every: 5s, extendTo: 10s }',
      '[{ pause: workers, at: 8s, for: 20s }]',
    );
    expect(of('received').map(({ by, at }) => `${by} ${at / 1e6}`)).toEqual([
      'workers-1 1',
      'workers-2 16',
    ]);
    // It wakes up and goes on as if nothing had been.
    expect(of('work-ended').filter(({ outcome }) => outcome === 'done')).toHaveLength(2);
  });
});

describe('a worker of a queue', () => {
  it('leaves what failed hidden, or shows it again with backoff', () => {
    const received = (onFailure: string) =>
      play(`
runFor: 1m
queues: { orders: { visibilityTimeout: 30s, redrive: { to: dead, maxReceiveCount: 3 } }, dead: {} }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, onFailure: ${onFailure} } }
faults: [{ poison: shop, items: shop-1 }]
`)
        .of('received')
        .map(inSeconds);
    expect(received('leave')).toEqual([1, 31, 61]);
    expect(received('{ showAfter: 2s }')).toEqual([1, 3, 5]);
    expect(received('{ showAfter: { backoff: 2s, multiplier: 2, jitter: false } }')).toEqual([
      1, 3, 7,
    ]);
  });

  it.each(['queues: { orders: {} }', 'priorityQueues: { orders: {} }'])(
    'takes a moment for what fails at once and comes back at once, however many there are: %s',
    (place) => {
      const onFailure = place.startsWith('queues') ? ', onFailure: { showAfter: 0s }' : '';
      const { of, ending } = play(`
runFor: 2s
drainFor: 1s
${place}
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, count: 1500${onFailure} } }
faults: [{ poison: shop, items: shop-1 }]
`);
      expect(ending).toBe('out-of-time');
      expect(of('received')).toHaveLength(200);
      expect(of('received').map(inSeconds).slice(0, 3)).toEqual([1, 1.01, 1.02]);
    },
  );

  it.each([1, 3_000])(
    'goes round as often as it may when %d of them feed their own queue',
    (count) => {
      const { ending, of } = play(`
runFor: 2s
maxEvents: 10000
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, count: ${count}, steps: [{ send: orders }, delete] } }
`);
      expect(ending).toBe('too-many-events');
      expect(of('sent').length).toBeGreaterThan(9_000);
    },
  );

  it('gives a failed message back to a priority queue that is down for the moment', () => {
    const { of } = play(`
runFor: 20s
priorityQueues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, service: 2s } }
faults: [{ poison: shop, items: shop-1 }, { down: orders, at: 2s, for: 3s }]
`);
    expect(of('received').map(inSeconds).slice(0, 2)).toEqual([1, 5]);
  });

  it('goes on to its next queue while the first is down', () => {
    const { of } = play(`
runFor: 1m
queues: { urgent: {}, orders: {} }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: [urgent, orders] } }
faults: [{ down: urgent, at: 500ms, for: 30s }]
`);
    // Short polls, a second apart, each of which may overlook it.
    expect(of('received').map(inSeconds)).toEqual([3]);
  });

  it('gets nothing from a queue that is down, where it waits, and asks each second until it is back', () => {
    const { of } = play(`
runFor: 1m
queues: { orders: { delay: 5s } }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, count: 2 }, others: { receivesFrom: orders } }
faults: [{ down: orders, at: 5s, for: 10s }]
`);
    expect(of('appeared').map(inSeconds)).toEqual([6]);
    expect(of('received').map(inSeconds)).toEqual([15]);
    const asked = of('queue-request').filter(({ action }) => action === 'ReceiveMessage');
    expect(asked.filter(({ at }) => 5e6 < at && at < 15e6)).toEqual([]);
  });

  it('gets nothing from a priority queue that is down, though a message is given back there', () => {
    const { of } = play(`
runFor: 1m
priorityQueues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, count: 2, service: 30s } }
faults: [{ down: orders, at: 5s, for: 10s }, { crash: workers, at: 7s, for: 30s }]
`);
    expect(of('appeared').map(inSeconds)).toEqual([7]);
    expect(of('received').map(inSeconds)).toEqual([1, 15]);
  });

  it('deletes each at its step, or those of a batch in one call at its end', () => {
    const deletes = (how: string) =>
      play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 10, at: 1s } }, batch: 10, linger: 10ms } }
consumers: { workers: { receivesFrom: orders, batch: 10, service: 1s, deletes: ${how} } }
`);
    const calls = (how: string) =>
      deletes(how)
        .of('queue-request')
        .filter(({ action }) => action === 'DeleteMessage')
        .map(({ messages }) => messages);
    expect(calls('each')).toEqual(Array(10).fill(1));
    expect(calls('batch')).toEqual([10]);
    expect(new Set(deletes('batch').of('deleted').map(inSeconds))).toEqual(new Set([11]));
  });

  it('loses a whole batch of deletes when it dies before its end', () => {
    const { of } = play(`
runFor: 2m
queues: { orders: { visibilityTimeout: 30s } }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 5, at: 1s } }, batch: 10, linger: 10ms } }
consumers: { workers: { receivesFrom: orders, batch: 10, service: 1s, effect: { write: ledger }, deletes: batch } }
faults: [{ crash: workers, at: 5500ms, for: 1s }]
`);
    const times = (trace: string) => of('effect').filter((event) => event.trace === trace).length;
    expect(['shop-1', 'shop-4', 'shop-5'].map(times)).toEqual([2, 2, 1]);
  });

  it('works on several at the same time', () => {
    const lastDone = (concurrency: number) =>
      play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 10, at: 1s } }, batch: 10, linger: 10ms } }
consumers: { workers: { receivesFrom: orders, batch: 10, concurrency: ${concurrency}, service: 1s } }
`)
        .of('work-ended')
        .at(-1)?.at;
    expect([lastDone(1), lastDone(5), lastDone(10)]).toEqual([11e6, 3e6, 2e6]);
  });

  it('serves the first of several queues that has a message: priorities', () => {
    const { of } = play(`
runFor: 1m
queues: { urgent: { nature: { shortPollMisses: 0 } }, normal: { nature: { shortPollMisses: 0 } } }
producers:
  a: { sendsTo: normal, arrivals: { burst: { count: 5, at: 1s } } }
  b: { sendsTo: urgent, arrivals: { trace: [2500ms] } }
consumers: { workers: { receivesFrom: [urgent, normal], service: 1s, pollEvery: 100ms } }
`);
    expect(
      of('work-started')
        .map(({ trace }) => trace)
        .indexOf('b-1'),
    ).toBe(2);
  });

  it('takes the highest priority of a priority queue first, and gives back what it held when it dies', () => {
    const { of, report } = play(`
runFor: 4s
priorityQueues: { jobs: { priorities: 3 } }
producers:
  a: { sendsTo: jobs, arrivals: { burst: { count: 3, at: 1s } }, attributes: { priority: "0" } }
  b: { sendsTo: jobs, arrivals: { trace: [1500ms] }, attributes: { priority: "2" } }
consumers: { workers: { receivesFrom: jobs, service: 1s } }
faults: [{ crash: workers, items: a-2, when: during-work, for: 1s }]
`);
    expect(of('work-started').map(({ trace }) => trace)).toEqual([
      'a-1',
      'b-1',
      'a-2',
      'a-2',
      'a-3',
    ]);
    expect(report.done).toBe(4);
  });

  it('does nothing while it can’t reach the broker, and what it did meanwhile is done again', () => {
    const { of } = play(`
runFor: 1m
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders, service: 2s, effect: { write: ledger } } }
faults: [{ split: workers, at: 2s, for: 15s }]
`);
    expect(of('effect').map(inSeconds)).toEqual([3, 19]);
    expect(of('deleted').map(inSeconds)).toEqual([19]);
  });

  it('doesn’t hear of what it received when the answer gets lost: it comes back by its timeout', () => {
    const { of } = play(`
runFor: 8s
queues: { orders: { visibilityTimeout: 10s } }
producers: { shop: { sendsTo: orders, arrivals: ${ONE} } }
consumers: { workers: { receivesFrom: orders } }
faults: [{ lose-response: workers, items: shop-1 }]
`);
    expect(of('received').map(inSeconds)).toEqual([1, 11]);
    expect(of('work-started').filter(({ at }) => at < 11e6)).toEqual([]);
  });
});
