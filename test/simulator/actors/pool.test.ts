import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

function staffed(faults: string, more = '') {
  return play(`
runFor: 2m
queues: { orders: { visibilityTimeout: 20s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 2, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 4, service: 10s${more} } }
faults: ${faults}
`);
}

describe('a scheduled fault', () => {
  it('strikes one that is at work', () => {
    const { of } = staffed('[{ crash: workers, at: 5s, for: 1s }]');
    const down = of('worker-state').filter(({ state }) => state === 'down');
    const busy = of('work-started').map(({ worker }) => worker);
    expect(down).toHaveLength(1);
    expect(busy).toContain(down[0]?.worker);
    expect(of('work-ended').filter(({ outcome }) => outcome === 'crashed')).toHaveLength(1);
  });

  it('strikes one that could be, when none is', () => {
    const { of } = staffed('[{ crash: workers, at: 100s, for: 1s }]');
    expect(of('worker-state').filter(({ state }) => state === 'down')).toHaveLength(1);
  });

  it('passes over those that are down: nobody dies twice', () => {
    const { of } = staffed('[{ crash: workers, at: [50s, 50s, 50s, 50s, 50s], for: 5s }]');
    const down = of('worker-state').filter(({ state }) => state === 'down');
    expect(new Set(down.map(({ worker }) => worker)).size).toBe(4);
    const back = of('worker-state').filter(({ state, at }) => state === 'idle' && at === 55e6);
    expect(back).toHaveLength(4);
  });

  it('leaves those alone that are still starting: they come all the same', () => {
    const { of } = staffed(
      '[{ pause: workers, at: 30s, for: 5s }, { crash: workers, at: 31s, for: 1s }]',
      ', autoscale: { backlogPerWorker: 1, min: 6, max: 6, every: 20s, startDelay: 30s }',
    );
    expect(of('worker-state').filter(({ state }) => state === 'idle').length).toBeGreaterThan(4);
  });
});

describe('a pause', () => {
  it('makes work longer by its length; the worker doesn’t notice', () => {
    const { of } = staffed('[{ pause: workers, items: shop-1, for: 7s }]');
    const ended = of('work-ended').map(
      ({ trace, at, outcome }) => `${trace} ${outcome} ${at / 1e6}`,
    );
    expect(ended).toEqual(['shop-2 done 11', 'shop-1 done 18']);
    const states = of('worker-state').filter(({ state }) => state === 'paused');
    expect(states).toHaveLength(1);
  });
});
