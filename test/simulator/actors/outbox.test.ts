import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

function batches(more: string, arrivals: string) {
  return play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: ${arrivals}, ${more} } }
`)
    .of('queue-request')
    .map(({ at, messages }) => `${messages} at ${at / 1e6}`);
}

describe('an outbox', () => {
  it('sends each at once when a batch is one', () => {
    expect(batches('batch: 1', '{ trace: [1s, 2s] }')).toEqual(['1 at 1', '1 at 2']);
  });

  it('sends a batch when it is full', () => {
    expect(batches('batch: 3, linger: 10s', '{ trace: [1s, 2s, 3s, 4s, 5s, 6s] }')).toEqual([
      '3 at 3',
      '3 at 6',
    ]);
  });

  it('sends what there is when the first has waited long enough', () => {
    expect(batches('batch: 10, linger: 5s', '{ trace: [1s, 2s, 20s] }')).toEqual([
      '2 at 6',
      '1 at 25',
    ]);
  });

  it('doesn’t cut a batch short by the time of the one before', () => {
    expect(batches('batch: 2, linger: 5s', '{ trace: [1s, 2s, 3s, 7s] }')).toEqual([
      '2 at 2',
      '2 at 7',
    ]);
  });

  it('refuses or takes each of a batch by itself', () => {
    const { of } = play(`
runFor: 1m
queues: { orders: { maxSize: 1KiB } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 4, at: 1s } }, batch: 4, linger: 1s, body: { choose: { small: 1, "${'x'.repeat(1_100)}": 1 } } } }
seed: 5
`);
    expect(of('sent').length).toBeGreaterThan(0);
    expect(of('produce-failed').length).toBeGreaterThan(0);
    expect(of('sent').length + of('produce-failed').length).toBe(4);
  });
});
