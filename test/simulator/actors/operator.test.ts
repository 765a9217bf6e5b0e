import { describe, expect, it } from 'vitest';
import { describe as inWords } from '../../../src/simulator/observers/stories/describe.ts';
import { inSeconds, play } from './play.ts';

/** Ten orders in the first second, which fail until the first minute is over and are then in the dead-letter queue. */
function shop(actions: string, more = '') {
  return play(`
runFor: 1m
drainFor: 1h
queues:
  orders: { visibilityTimeout: 1s, redrive: { to: dead, maxReceiveCount: 2 } }
  dead: {}
  elsewhere: {}
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 10, at: 0s } } } }
consumers:
  workers: { receivesFrom: orders, service: 10ms, effect: { write: ledger } }
faults: [{ fail: workers, chance: 1 } ${more}]
actions: ${actions}
`);
}

describe('the operator', () => {
  it('STD-13: moves dead letters back to where they came from, after the producers have stopped', () => {
    const { of, report, ending } = shop('[{ at: 5m, redrive: dead }]');
    const [acted] = of('operator-acted');
    expect(acted).toMatchObject({ action: 'redrive', target: 'dead', messages: 10 });
    expect(of('dead-lettered')).toHaveLength(10);
    expect(of('redriven').map(({ at, to }) => [at >= 300e6, to])).toEqual(
      new Array(10).fill([true, 'orders']),
    );
    expect([report.done, report.deadLettered, report.lost, ending]).toEqual([10, 0, 0, 'done']);
  });

  it('STD-13: moves them at the rate that it was told, and the run waits for the last', () => {
    const { of, report, ending } = shop('[{ at: 5m, redrive: dead, to: orders, rate: 1/s }]');
    expect(of('redriven').map(inSeconds)).toEqual([
      300, 301, 302, 303, 304, 305, 306, 307, 308, 309,
    ]);
    expect([report.done, ending]).toEqual([10, 'done']);
  });

  it('STD-13: moves them to another queue when it was told one', () => {
    const { of, report } = shop('[{ at: 5m, redrive: dead, to: elsewhere }]');
    expect(new Set(of('redriven').map(({ to }) => to))).toEqual(new Set(['elsewhere']));
    expect(report.queues.elsewhere?.depth.end).toBe(10);
  });

  it('STD-13: is refused a second task while one is at work', () => {
    const { of } = shop(
      '[{ at: 5m, redrive: dead, rate: 1/s }, { at: 301s, redrive: dead }, { at: 10m, redrive: dead }]',
    );
    expect(of('operator-acted').map(({ refused, messages }) => [refused, messages])).toEqual([
      [undefined, 10],
      ['UnsupportedOperation', undefined],
      [undefined, 0],
    ]);
  });

  it('STD-23: purges a queue of what is visible, hidden and delayed', () => {
    const { of, report } = shop('[{ at: 500ms, purge: orders }]');
    expect(of('operator-acted')).toMatchObject([{ action: 'purge', messages: 10 }]);
    expect(of('purged')).toHaveLength(10);
    expect([report.lost, report.deadLettered]).toEqual([10, 0]);
  });

  it('reaches nothing that is down', () => {
    const { of, report } = shop('[{ at: 30s, redrive: dead }]', ', { down: dead, at: 20s }');
    expect(of('operator-acted')).toMatchObject([{ refused: 'ServiceUnavailable' }]);
    expect([of('redriven').length, report.deadLettered]).toEqual([0, 10]);
  });

  it('says in a story what it did', () => {
    const { of } = shop(
      '[{ at: 5m, redrive: dead, to: orders, rate: 1/s }, { at: 301s, redrive: dead }, { at: 10m, purge: orders }]',
    );
    expect(of('operator-acted').map((event) => inWords(event))).toEqual([
      'the operator begins to move 10 messages from dead to orders',
      'the operator wants to redrive dead and is refused: UnsupportedOperation',
      'the operator purges orders of 0 messages',
    ]);
  });
});

/** Four payments, one a minute; all are lost, because they are deleted before the work and the work fails. */
function bank(actions: string) {
  return play(`
runFor: 4m
drainFor: 1h
topics:
  payments.fifo:
    archive: 1d
    subscriptions: { booking: { to: booking.fifo }, audit: { to: audit.fifo } }
queues: { booking.fifo: {}, audit.fifo: {} }
stores: { ledger: {} }
producers:
  bank: { sendsTo: payments.fifo, arrivals: { trace: [0s, 1m, 2m, 3m] }, messageGroupId: all }
consumers:
  booker: { receivesFrom: booking.fifo, steps: [delete, { work: 10ms }, { write: ledger }] }
  auditor: { receivesFrom: audit.fifo }
faults: [{ fail: booker, chance: 1 }]
actions: ${actions}
`);
}

describe('a replay from the archive', () => {
  it('SNSF-06: brings one subscription what was published since then, in order, and no other', () => {
    const { of, report } = bank('[{ at: 20m, replay: payments.fifo, to: booking, from: 1m }]');
    expect(of('operator-acted').map((event) => inWords(event))).toEqual([
      'the operator lets payments.fifo send booking again what was published since 60.000 s',
    ]);
    expect(of('replayed').map(({ trace, subscription }) => [trace, subscription])).toEqual([
      ['bank-2', 'booking'],
      ['bank-3', 'booking'],
      ['bank-4', 'booking'],
    ]);
    expect(of('effect').map(({ trace }) => trace)).toEqual(['bank-2', 'bank-3', 'bank-4']);
    expect([report.done, report.lost]).toEqual([3, 1]);
    expect(report.queues['audit.fifo']?.sent).toBe(4);
  });

  it('SNSF-06, FIFO-02: a queue takes what it got within five minutes for a repetition', () => {
    const { of } = bank('[{ at: 7m, replay: payments.fifo, to: booking, from: 0s }]');
    expect(of('replayed')).toHaveLength(4);
    expect(of('deduplicated').map(({ trace }) => trace)).toEqual(['bank-4']);
    expect(of('effect').map(({ trace }) => trace)).toEqual(['bank-1', 'bank-2', 'bank-3']);
  });
});
