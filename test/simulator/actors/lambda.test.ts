import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

function invoked(more: string, service = '100ms', faults = '[]') {
  return play(`
runFor: 1m
queues: { orders: { visibilityTimeout: 30s, redrive: { to: dead, maxReceiveCount: 2 } }, dead: {} }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 5, at: 1s } }, batch: 10, linger: 10ms } }
consumers: { function: { receivesFrom: orders, batch: 10, lambda: { ${more} }, service: ${service}, effect: { write: ledger } } }
faults: ${faults}
`);
}

describe('Lambda', () => {
  it('sends a whole batch back for one item, unless the function says which', () => {
    const poison = '[{ poison: shop, items: shop-3 }]';
    const all = invoked('timeout: 10s', '100ms', poison);
    expect([all.report.duplicates, all.of('received').length]).toEqual([4, 10]);
    expect(all.of('deleted')).toEqual([]);
    const reported = invoked('timeout: 10s, reportBatchItemFailures: true', '100ms', poison);
    expect([reported.report.duplicates, reported.of('received').length]).toEqual([0, 6]);
    expect(reported.of('deleted')).toHaveLength(4);
  });

  it('stops an invocation that takes too long; what it did is done again', () => {
    const { of } = invoked('timeout: 10s', '3s');
    const stopped = of('work-ended').filter(({ outcome }) => outcome === 'crashed');
    expect(stopped.map(inSeconds)).toEqual([11.01, 41.01]);
    expect(of('effect').filter(({ trace }) => trace === 'shop-1')).toHaveLength(2);
    expect(of('deleted')).toEqual([]);
  });

  it('starts with five invocations and adds three hundred a minute while all are needed', () => {
    const { of } = play(`
runFor: 5m
queues: { orders: { visibilityTimeout: 900s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 2000, at: 1s } } } }
consumers: { function: { receivesFrom: orders, batch: 1, lambda: { timeout: 900s, maximumConcurrency: 500 }, service: 200s } }
`);
    expect(of('scaled').map(({ at, from, to }) => `${at / 6e7} min: ${from} to ${to}`)).toEqual([
      '1 min: 5 to 305',
      '2 min: 305 to 500',
    ]);
  });

  it('stays as it is while not all invocations are needed', () => {
    expect(invoked('timeout: 10s').of('scaled')).toEqual([]);
  });
});
