import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../../../src/simulator/engine/time.ts';
import { good, PLANT, wrong } from '../reading.ts';

/** A queue with dead letters, a FIFO one, and a topic with an archive. */
const YARD = PLANT.replace('orders: {}', 'orders: { redrive: { to: orders-dlq } }')
  .replace('seats.fifo: {}', 'seats.fifo: { redrive: { to: seats-dlq.fifo } }')
  .replace(
    'seat-news.fifo: {}',
    'seat-news.fifo: { archive: 7d, subscriptions: { seats: { to: seats.fifo } } }, old.fifo: {}',
  );

const withAction = (action: string) => `${YARD}actions: [${action}]\n`;

describe('actions of the operator', () => {
  it.each([
    [
      '{ at: 20m, redrive: orders-dlq }',
      { what: 'redrive', at: 20 * MINUTE, target: 'orders-dlq', to: undefined, rate: undefined },
    ],
    [
      '{ at: 20m, redrive: orders-dlq, to: orders, rate: 50/s }',
      { what: 'redrive', at: 20 * MINUTE, target: 'orders-dlq', to: 'orders', rate: 50 },
    ],
    [
      '{ at: 20m, replay: seat-news.fifo, to: seats, from: 5m }',
      {
        what: 'replay',
        at: 20 * MINUTE,
        target: 'seat-news.fifo',
        to: 'seats',
        from: 5 * MINUTE,
      },
    ],
    ['{ at: 0s, purge: orders }', { what: 'purge', at: 0, target: 'orders' }],
  ])('%s', (text, action) => {
    expect(good(withAction(text)).actions).toEqual([action]);
  });

  it('are none unless the file has some', () => {
    expect(good(YARD).actions).toEqual([]);
  });

  it('may come after the producers have stopped, and not after the end', () => {
    const times = (at: string) =>
      `${withAction(`{ at: ${at}, purge: orders }`)}runFor: 5m\ndrainFor: 10m\n`;
    expect(good(times('899s')).actions).toMatchObject([{ at: 899_000_000 }]);
    expect(wrong(times('15m'))).toEqual([
      expect.stringContaining('at is not before the end, runFor and drainFor together'),
    ]);
  });

  it.each([
    ['{ at: 20m }', 'say what is done to what, e.g. { at: 20m, redrive: orders-dlq }'],
    ['{ at: 20m, redrve: orders-dlq }', 'Did you mean “redrive”?'],
    ['redrive', 'use one of redrive, replay, purge'],
    ['{ at: 20m, redrive: orders-dlq, purge: orders }', 'write redrive and purge as two actions'],
    ['{ redrive: orders-dlq }', 'write a time with its unit'],
    ['{ at: [1m, 2m], purge: orders }', 'write a time with its unit'],
    ['{ at: 20m, redrive: order-dlq }', 'Did you mean “orders-dlq” or “orders”?'],
    ['{ at: 20m, redrive: orders-dlq, rate: 501/s }', 'from 1/s to 500/s'],
    ['{ at: 20m, redrive: orders-dlq, rate: 30/min }', 'from 1/s to 500/s'],
    ['{ at: 20m, redrive: orders-dlq, rate: 50 }', 'write a rate with its unit'],
    ['{ at: 20m, redrive: orders-dlq, to: seats.fifo }', 'name a standard queue'],
    ['{ at: 20m, redrive: seats-dlq.fifo, to: orders }', 'name a FIFO queue'],
    ['{ at: 20m, redrive: orders-dlq, to: orders-dlq }', 'name another queue'],
    ['{ at: 20m, redrive: orders-dlq, from: 5m }', 'remove it, or use one of at, redrive'],
    ['{ at: 20m, redrive: orders }', 'orders is not the dead-letter queue of any queue'],
    ['{ at: 20m, purge: urgent }', 'name a queue (orders, orders-dlq'],
    ['{ at: 20m, purge: orders, to: seats }', 'remove it, or use one of at, purge'],
    ['{ at: 20m, replay: news, to: a, from: 5m }', 'only a FIFO topic has an archive'],
    ['{ at: 20m, replay: old.fifo, to: a, from: 5m }', 'add archive: 7d to the topic old.fifo'],
    ['{ at: 20m, replay: seat-news.fifo, to: seat, from: 5m }', 'Did you mean “seats”?'],
    ['{ at: 20m, replay: seat-news.fifo, from: 5m }', 'name a subscription of the topic'],
    ['{ at: 20m, replay: seat-news.fifo, to: seats }', 'write a time with its unit'],
    ['{ at: 20m, replay: seat-news.fifo, to: seats, from: 20m }', 'let from be before at'],
  ])('turns down %s', (action, fix) => {
    expect(wrong(withAction(action))).toEqual([expect.stringContaining(fix)]);
  });

  it('says which of them is wrong, and where', () => {
    expect(
      wrong(`${YARD}actions:\n  - { at: 1m, purge: orders }\n  - { at: 2m, redrive: orders }\n`),
    ).toEqual([
      '17:24 actions.1: orders is not the dead-letter queue of any queue | name one that a queue’s redrive leads to. Did you mean “orders-dlq”?',
    ]);
  });

  it('must be a list', () => {
    expect(wrong(`${YARD}actions: { at: 1m, purge: orders }\n`)).toEqual([
      expect.stringContaining('write a list: - { at: 20m, redrive: orders-dlq }'),
    ]);
  });
});

describe('the archive of a topic', () => {
  it('is kept for whole days', () => {
    expect(good(YARD).topics['seat-news.fifo']).toMatchObject({ archiveDays: 7 });
    expect(good(YARD).topics['old.fifo']).toMatchObject({ archiveDays: undefined });
  });

  it.each(['0d', '366d', '36h', '30'])('not for %s', (time) => {
    const text = YARD.replace('archive: 7d', `archive: ${time}`);
    expect(wrong(text)).toEqual([expect.stringMatching(/from 1d to 365d|add a unit/)]);
  });

  it('is for FIFO topics only', () => {
    const text = YARD.replace('news: {}', 'news: { archive: 7d }');
    expect(wrong(text)).toEqual([expect.stringContaining('only FIFO topics have it')]);
  });
});

describe('transactions', () => {
  const group = (settings: string, steps = '[{ send: copies }, delete]') =>
    YARD.replace('clicks: {}', 'clicks: {}, copies: {}').replace(
      'receivesFrom: orders',
      `receivesFrom: clicks, group: { ${settings} }, steps: ${steps}`,
    );

  it('join what is sent to logs with the positions', () => {
    const { workers } = good(group('commit: transaction')).consumers;
    expect(workers?.group).toMatchObject({ commit: 'transaction', isolation: 'read_uncommitted' });
  });

  it('are waited for by who reads only what is committed', () => {
    const { workers } = good(group('isolation: read_committed')).consumers;
    expect(workers?.group).toMatchObject({ commit: 'after', isolation: 'read_committed' });
  });

  it.each([
    ['commit: transaction', '[delete]', 'add such a step, e.g. - send: bookings'],
    ['commit: transaction', '[{ send: orders }]', 'no step sends to a log'],
    ['commit: transaction, skipAfter: 3', undefined, 'remove skipAfter: a failed record aborts'],
    ['commit: transactions', undefined, 'Did you mean “transaction”?'],
    ['isolation: read_commited', undefined, 'Did you mean “read_committed” or'],
  ])('turn down %s, %s', (settings, steps, fix) => {
    expect(wrong(group(settings, steps))).toEqual([expect.stringContaining(fix)]);
  });
});
