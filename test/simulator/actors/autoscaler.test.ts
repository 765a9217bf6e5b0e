import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

function scaled(autoscale: string, service = '1s') {
  return play(`
runFor: 10m
queues: { orders: { visibilityTimeout: 900s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 1000, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, service: ${service}, autoscale: { ${autoscale} } } }
`);
}

describe('the autoscaler', () => {
  it('wants so many workers that each has its share of the backlog, within bounds', () => {
    const { of } = scaled('backlogPerWorker: 100, max: 20, every: 1m, cooldown: 1m');
    const [first] = of('scaled');
    // 60 s later, one worker has taken about 60 of 1,000: 940 wait, 100 for each.
    expect(first).toMatchObject({ at: 60e6, from: 1, to: 10 });
    const bounded = scaled('backlogPerWorker: 1, max: 20, every: 1m, cooldown: 1m');
    expect(bounded.of('scaled')[0]).toMatchObject({ from: 1, to: 20 });
  });

  it('goes in again when the backlog is gone, and never below its minimum', () => {
    const { of } = scaled('backlogPerWorker: 100, min: 2, max: 20, every: 1m, cooldown: 1m');
    expect(of('scaled').at(-1)).toMatchObject({ to: 2 });
    expect(of('worker-state').filter(({ state }) => state === 'gone').length).toBeGreaterThan(3);
  });

  it('doesn’t decide again within a cooldown, which may be longer for going in', () => {
    const { of } = scaled(
      'backlogPerWorker: 50, max: 10, every: 10s, cooldown: { out: 30s, in: 5m }',
    );
    const changes = of('scaled');
    for (const [index, { at, from, to }] of changes.entries()) {
      const before = changes[index - 1];
      if (before) expect(at - before.at).toBeGreaterThanOrEqual(to > from ? 30e6 : 300e6);
    }
    expect(changes.length).toBeGreaterThan(1);
  });

  it('has new workers ready only after their start delay', () => {
    const { of } = scaled(
      'backlogPerWorker: 100, max: 5, every: 1m, cooldown: 1h, startDelay: 45s',
    );
    const states = of('worker-state')
      .filter(({ worker }) => worker === 'workers-3')
      .slice(0, 3);
    expect(states.map(({ at, state }) => `${state} ${at / 1e6}`)).toEqual([
      'starting 60',
      'idle 105',
      'busy 105',
    ]);
  });

  it('lets a worker finish what it has in its hands', () => {
    const { of, report } = scaled('backlogPerWorker: 300, max: 4, every: 20s, cooldown: 0s', '7s');
    expect(of('scaled').some(({ from, to }) => to < from)).toBe(true);
    expect(of('work-ended').filter(({ outcome }) => outcome !== 'done')).toEqual([]);
    expect(report.done).toBe(1000);
  });
});
