import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

function pushed(more: string, faults = '[]', subscription = '', items = 1) {
  return play(`
runFor: 1m
topics: { orders: {} }
queues: { dead: {} }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: ${items}, at: 1s } } } }
consumers: { endpoint: { receivesFrom: orders, ${more}, subscription: { ${subscription} } } }
faults: ${faults}
`);
}

const STEPS = 'steps: [{ work: 100ms }, { write: ledger }, delete]';

describe('a push subscriber', () => {
  it('answers when its steps reach the delete', () => {
    const { of, report } = pushed(STEPS);
    expect(of('delivery-attempted').map(({ at, outcome }) => `${outcome} ${at / 1e6}`)).toEqual([
      'delivered 1.1',
    ]);
    expect(report.done).toBe(1);
  });

  it('is tried again when it fails: three more times, twenty seconds apart', () => {
    const { of, report } = pushed(STEPS, '[{ poison: shop, items: shop-1 }]', 'deadLetters: dead');
    const attempts = of('delivery-attempted');
    expect(attempts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('server-error'));
    expect(of('delivery-given-up')).toHaveLength(1);
    expect(of('sent').map(({ queue }) => queue)).toEqual(['dead']);
    expect([report.deadLettered, report.lost]).toEqual([1, 0]);
  });

  it('loses for good what came while it was down and is not tried again', () => {
    const { report } = pushed(STEPS, '[{ down: endpoint, at: 0s, for: 5s }]', 'retries: false');
    expect([report.done, report.lost]).toEqual([0, 1]);
  });

  it('can’t be reached through a network split either', () => {
    const { of, report } = pushed(STEPS, '[{ split: endpoint, at: 0s, for: 5s }]');
    expect(of('delivery-attempted').map(({ outcome }) => outcome)).toEqual([
      'server-error',
      'delivered',
    ]);
    expect(report.done).toBe(1);
  });

  it('refuses what comes while all of its workers are busy, or faster than its limit', () => {
    const refused = (more: string) =>
      pushed(more, '[]', '', 5)
        .of('delivery-attempted')
        .filter(({ at, outcome }) => at < 2e6 && outcome === 'server-error').length;
    expect(refused(`${STEPS}, count: 2`)).toBe(3);
    expect(refused(`${STEPS}, count: 5`)).toBe(0);
    expect(refused(`${STEPS}, count: 5, limit: { rate: 1/s, burst: 1 }`)).toBe(4);
  });

  it('that dies before its answer is sent the message again; after it, not', () => {
    const effects = (when: string) =>
      pushed(STEPS, `[{ crash: endpoint, items: shop-1, when: ${when}, for: 1s }]`)
        .of('effect')
        .map(inSeconds);
    expect(effects('before-delete').length).toBeGreaterThan(1);
    expect(effects('after-delete')).toEqual([1.1]);
  });

  it('answers first when its delete comes first: the work after it is its own affair', () => {
    const { of } = pushed('steps: [delete, { work: 5s }, { write: ledger }]');
    expect(of('delivery-attempted').map(inSeconds)).toEqual([1]);
    expect(of('effect').map(inSeconds)).toEqual([6]);
  });
});
