import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

describe('admission', () => {
  it('lets no more begin than the rate limit allows', () => {
    const { of } = play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 6, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 10, limit: { rate: 2/s, burst: 2 } } }
`);
    expect(of('work-started').map(inSeconds)).toEqual([1, 1, 1.5, 2, 2.5, 3]);
  });

  it('sheds what is too old to be of use, and deletes it', () => {
    const { of, report } = play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 10, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, service: 1s, shedOlderThan: 3500ms } }
`);
    expect([report.done, report.shed, report.waiting]).toEqual([4, 6, 0]);
    expect(of('deleted')).toHaveLength(10);
  });

  it('goes by the worker’s own clock, which may be off', () => {
    const shed = (faults: string) =>
      play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 5, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, service: 1s, shedOlderThan: 10s } }
faults: ${faults}
`).report.shed;
    expect(shed('[]')).toBe(0);
    expect(shed('[{ skew: workers, by: 1h }]')).toBe(5);
  });
});
