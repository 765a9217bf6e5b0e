import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

function shop(more: string, faults = '[]', queue = 'orders: {}') {
  return play(`
runFor: 1m
queues: { ${queue} }
producers: { shop: { sendsTo: ${queue.slice(0, queue.indexOf(':'))}, arrivals: { burst: { count: 1, at: 10s } } ${more} } }
faults: ${faults}
`);
}

describe('a producer', () => {
  it('tries again with backoff while the queue is down, and gives up after its last attempt', () => {
    const down = '[{ down: orders, at: 5s, for: 8s }]';
    const patient = shop(
      ', retry: { attempts: 4, backoff: 1s, multiplier: 2, jitter: false }',
      down,
    );
    // At 10, 11 and 13 s: the outage ends at 13.
    expect(patient.of('sent').map(inSeconds)).toEqual([13]);
    expect(patient.of('produce-failed')).toEqual([]);
    const hasty = shop(', retry: { attempts: 2, backoff: 1s, jitter: false }', down);
    expect(hasty.of('produce-failed')).toMatchObject([
      { at: 11e6, code: 'ServiceUnavailable', attempts: 2 },
    ]);
    expect([hasty.report.accepted, hasty.report.rejected]).toEqual([0, 1]);
    expect(shop('', down).of('produce-failed')).toMatchObject([{ at: 10e6, attempts: 1 }]);
  });

  it('can’t reach anything through a network split', () => {
    const { of } = shop('', '[{ split: shop, at: 5s, for: 10s }]');
    expect(of('produce-failed').map(({ code }) => code)).toEqual(['NetworkSplit']);
  });

  it('sends again what it got no answer for: twice in a standard queue, once in a FIFO queue', () => {
    const lost = '[{ lose-response: shop, items: shop-1 }]';
    const retry = ', retry: { attempts: 2, backoff: 1s, jitter: false }';
    const standard = shop(retry, lost);
    expect(standard.of('sent').map(inSeconds)).toEqual([10, 11]);
    const fifo = shop(`${retry}, messageGroupId: all`, lost, 'orders.fifo: {}');
    expect(fifo.of('sent').map(inSeconds)).toEqual([10]);
    expect(fifo.of('deduplicated').map(inSeconds)).toEqual([11]);
  });

  it('resends an item once at most', () => {
    const { of, ending } = shop(', resendChance: 1');
    expect(of('sent').map(inSeconds)).toEqual([10, 10]);
    expect(ending).not.toBe('too-many-events');
  });

  it('gives up on an item that was taken when it never hears so', () => {
    const { report, of } = shop('', '[{ lose-response: shop, items: shop-1 }]');
    expect(of('produce-failed').map(({ code }) => code)).toEqual(['no answer']);
    expect([report.produced, report.accepted, report.rejected]).toEqual([1, 1, 1]);
  });

  it('doesn’t give up on an item whose first sending it heard of, though the second fails', () => {
    const { report, faults } = play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 50, at: 1s } }, resendChance: 1 } }
faults: [{ lose-response: shop, chance: 50% }]
`);
    const unheard = (call: string) => faults.filter(({ key }) => key.includes(` ${call} `)).length;
    expect(unheard('resend')).toBeGreaterThan(5);
    expect(report.rejected).toBe(unheard('send'));
  });

  it('that is idempotent has its retries known by a log', () => {
    const append = (idempotent: boolean) =>
      play(`
runFor: 1m
logs: { clicks: {} }
producers: { site: { sendsTo: clicks, arrivals: { burst: { count: 1, at: 10s } }, idempotent: ${idempotent}, retry: { attempts: 2, backoff: 1s, jitter: false } } }
faults: [{ lose-response: site, items: site-1 }]
`);
    expect(append(false).of('appended')).toHaveLength(2);
    expect(append(true).of('appended')).toHaveLength(1);
    expect(append(true).of('append-deduplicated')).toHaveLength(1);
  });

  it('refuses new items at the door while the backlog is too long', () => {
    const { report } = play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 10, at: 1s } }, shedAbove: 4 } }
`);
    expect([report.accepted, report.shed, report.produced]).toEqual([5, 5, 10]);
  });

  it('stops after its count, at its time, and when the run is over', () => {
    const made = (more: string) => shop(`, ${more}`.replace(', arrivals', '')).report.produced;
    expect(made('count: 1')).toBe(1);
    expect(made('until: 5s')).toBe(0);
    const all = play(`
runFor: 10s
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s } } }
`);
    expect(all.report.produced).toBe(9);
  });

  it('opens its circuit breaker after failures in a row, tries once after a while, and closes it', () => {
    const { of } = play(`
runFor: 1m
queues: { orders: {} }
producers: { shop: { sendsTo: orders, arrivals: { constant: 1/s }, breaker: { failures: 3, openFor: 10s } } }
faults: [{ down: orders, at: 500ms, for: 20s }]
`);
    const states = of('breaker-state').map(({ at, state }) => `${state} ${at / 1e6}`);
    expect(states).toEqual(['open 3', 'half-open 13', 'open 13', 'half-open 23', 'closed 23']);
    const codes = of('produce-failed').map(({ code }) => code);
    expect(codes.filter((code) => code === 'ServiceUnavailable')).toHaveLength(4);
    expect(codes.filter((code) => code === 'breaker-open')).toHaveLength(18);
  });
});
