import { describe, expect, it } from 'vitest';
import { readScenario, runScenario, shrinkFaults } from '../../../src/simulator/scenario/index.ts';
import { inSeconds, play } from '../actors/play.ts';

const SHOP = `
runFor: 1m
queues: { orders: {} }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { constant: 10/s } } }
consumers: { workers: { receivesFrom: orders, service: 10ms, effect: { write: ledger } } }
checks: [{ duplicates: 0 }]
`;

describe('a queue that repeats itself or mixes up the order', () => {
  it('does so while its fault lasts, and says so once', () => {
    const { of, faults } = play(
      `${SHOP}faults: [{ duplicate: orders, chance: 20%, at: 20s, for: 20s }]`,
    );
    const copies = of('received').filter(({ copy }) => copy);
    expect(copies.length).toBeGreaterThan(20);
    expect(Math.min(...copies.map(inSeconds))).toBeGreaterThan(20);
    expect(Math.max(...copies.map(inSeconds))).toBeLessThan(40);
    expect(faults.map(({ key, what }) => [key, what])).toEqual([
      ['0@20000000', 'hands messages out twice'],
    ]);
  });

  it('is as bad as the worst of its faults that last', () => {
    const { of } = play(
      `${SHOP}faults: [{ duplicate: orders, chance: 1/1000000 }, { duplicate: orders, chance: 50%, at: 20s, for: 20s }]`,
    );
    expect(of('received').filter(({ copy }) => copy).length).toBeGreaterThan(50);
  });

  it('falls back to its own nature, not to none', () => {
    const { of } = play(
      `${SHOP.replace('orders: {}', 'orders: { nature: { duplicates: 10% } }')}faults: [{ duplicate: orders, chance: 1%, at: 20s, for: 20s }]`,
    );
    const copies = of('received').filter(({ copy }) => copy);
    expect(new Set(copies.map(({ at }) => Math.floor(at / 20e6)))).toEqual(new Set([0, 1, 2]));
  });

  it.each(['duplicate', 'reorder'])(
    'goes wrong by %s in no run that leaves the fault out',
    (kind) => {
      const text = `${SHOP}faults: [{ ${kind}: orders, chance: 50% }, { fail: workers, chance: 1% }]`;
      const { scenario } = readScenario('small.yaml', text);
      if (!scenario) throw new Error('a scenario');
      const allowed = new Set<string>();
      const without = runScenario(scenario, { allowed });
      expect([without.faults, without.report.duplicates]).toEqual([[], 0]);
    },
  );

  it('is found to be the one fault that matters', () => {
    const text = `${SHOP}faults: [{ duplicate: orders, chance: 20% }, { fail: workers, chance: 5% }]`;
    const { scenario } = readScenario('small.yaml', text);
    const shrunk = scenario && shrinkFaults(scenario, 'duplicates', scenario.seed);
    expect(shrunk?.all).toBeGreaterThan(10);
    expect(shrunk?.kept.map(({ target, what }) => `${target} ${what}`)).toEqual([
      'orders hands messages out twice',
    ]);
  });
});
