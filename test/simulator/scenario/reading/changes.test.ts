import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { good, PLANT, wrong } from './reading.ts';

const set = (path: string, value: string) => [{ path, value }];
const FAULTY = `${PLANT}faults: [{ crash: workers, chance: 1/4 }]\n`;

describe('changes', () => {
  it('are made as if they stood in the file', () => {
    expect(
      good(PLANT, set('queues.orders.visibilityTimeout', '10s')).queues.orders
        ?.visibilityTimeoutSeconds,
    ).toBe(10);
    expect(good(PLANT, set('seed', '7')).seed).toBe(7);
    expect(
      good(PLANT, set('producers.buyers.arrivals', '{ constant: 3/s }')).producers.buyers?.arrivals,
    ).toEqual({
      kind: 'constant',
      rate: 3,
    });
  });

  it('find names that have dots in them, the longest first', () => {
    const text = 'queues: { seats: { }, seats.fifo: { } }\n';
    const { queues } = good(text, set('queues.seats.fifo.visibilityTimeout', '10s'));
    expect(queues['seats.fifo']?.visibilityTimeoutSeconds).toBe(10);
    expect(queues.seats?.visibilityTimeoutSeconds).toBe(30);
  });

  it('reach into lists by place', () => {
    expect(good(FAULTY, set('faults.0.chance', '1/2')).faults[0]?.chance).toBe(0.5);
  });

  it('add what the file leaves out', () => {
    const changes = [
      { path: 'queues.orders.redrive.to', value: 'orders-dlq' },
      { path: 'queues.orders.redrive.maxReceiveCount', value: '3' },
      { path: 'maxEvents', value: '99' },
    ];
    const scenario = good(PLANT, changes);
    expect(scenario.queues.orders?.redrivePolicy).toEqual({
      deadLetterQueue: 'orders-dlq',
      maxReceiveCount: 3,
    });
    expect(scenario.maxEvents).toBe(99);
  });

  it('take a key away when the value is empty', () => {
    const text = PLANT.replace('orders: {}', 'orders: { delay: 5s }');
    expect(good(text).queues.orders?.delaySeconds).toBe(5);
    expect(good(text, set('queues.orders.delay', '')).queues.orders?.delaySeconds).toBe(0);
  });

  it('are made in order, and leave other readings of the text alone', () => {
    const twice = [...set('runFor', '1s'), ...set('runFor', '2s')];
    expect(good(PLANT, twice).runFor).toBe(2 * SECOND);
    expect(good(PLANT).runFor).toBe(600 * SECOND);
  });

  it('keep the lines of what stands in the file', () => {
    const text = `${PLANT}checks:\n  - { lost: 0 }\n`;
    expect(good(text, set('checks.0.lost', '5')).checks).toEqual([
      { metric: 'lost', condition: { is: 5 }, line: 16 },
    ]);
  });

  it.each([
    [
      'queues.orders.visibilityTimeout',
      '10',
      '--set queues.orders.visibilityTimeout=10: queues.orders.visibilityTimeout can’t be 10 | add a unit: 10s, 10ms, 10m',
    ],
    [
      'queues.oders.delay',
      '1s',
      'queues has no “oders” | it has orders, orders-dlq, seats.fifo, seats-dlq.fifo. Did you mean “orders” or “orders-dlq”?',
    ],
    ['queues.seat.fifo.delay', '1s', 'Did you mean “seats.fifo”'],
    ['alarms.late.above', '1s', 'alarms has no “late” | it has none in this scenario.'],
    ['queues.orders.dealy', '1s', 'queues.orders.dealy is no key that is known here'],
    ['queue.orders.delay', '1s', 'queue is no key that is known here | remove it'],
    ['consumers.workers.heartbeat.every', '3s', 'consumers.workers.heartbeat.extendTo is missing'],
    [
      'faults.1.chance',
      '1/2',
      'faults has no “1.chance” | count its entries from 0: faults.0 to faults.0',
    ],
    ['faults.x', '1/2', 'faults has no “x”'],
    [
      'producers.buyers.arrivals.rate',
      '1/s',
      'producers.buyers.arrivals has nothing inside that could be set | set it as a whole',
    ],
    ['seed', '[', 'seed can’t be “[” | write it as in a file'],
    ['seed', '*one', 'seed can’t be “*one”'],
    ['seed', '['.repeat(50_000), 'seed can’t be'],
    ['__proto__.polluted', '1', '__proto__ is no key that is known here'],
    [
      'queues.orders.__proto__.polluted',
      '1',
      'queues.orders.__proto__ is no key that is known here',
    ],
    ['', '1', ' is no key that is known here'],
    ['queues', '', 'sendsTo can’t be “orders” | name a priority queue (urgent), a topic'],
  ])('%s=%s', (path, value, problem) => {
    const problems = wrong(FAULTY, set(path, value));
    expect(problems.join('\n')).toContain(problem);
    expect({}).not.toHaveProperty('polluted');
  });

  it('are told after what is wrong with the file, without a line', () => {
    const problems = wrong(PLANT.replace('orders: {}', 'orders: { delay: 5 }'), set('seed', 'x'));
    expect(problems.map((line) => line.slice(0, 12))).toEqual(['2:20 queues.', '--set seed=x']);
  });
});
