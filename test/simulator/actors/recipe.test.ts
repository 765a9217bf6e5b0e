import { describe, expect, it } from 'vitest';
import { play } from './play.ts';

/** One item, and a crash while it is worked on; the message comes back after 10 s, when faults have healed. */
function crashing(when: string) {
  return play(`
runFor: 8s
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 1, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, service: 1s, effect: { write: ledger } } }
faults: [{ crash: workers, items: shop-1, when: ${when}, for: 5s }]
`);
}

describe('a crash', () => {
  it.each([
    ['during-work', 1.5],
    ['before-effect', 2],
    ['after-effect', 2],
    ['before-delete', 2],
    ['after-delete', 2],
  ])('%s strikes at that moment, and the worker is back 5 s later', (when, second) => {
    const { of } = crashing(when);
    const [crash] = of('work-ended').filter(({ outcome }) => outcome === 'crashed');
    expect(crash?.at).toBe(second * 1e6);
    const states = of('worker-state').map(({ at, state }) => `${state} ${at / 1e6}`);
    expect(states).toEqual(expect.arrayContaining([`down ${second}`, `idle ${second + 5}`]));
  });

  it('before the effect costs time only: the message comes back and is done once', () => {
    for (const when of ['during-work', 'before-effect']) {
      const { of, report } = crashing(when);
      expect(of('effect')).toHaveLength(1);
      expect(of('received').map(({ at }) => at / 1e6)).toEqual([1, 11]);
      expect([report.done, report.lost, report.duplicates]).toEqual([1, 0, 0]);
    }
  });

  it('between the effect and the delete makes the effect happen twice', () => {
    for (const when of ['after-effect', 'before-delete']) {
      const { of, report } = crashing(when);
      expect(of('effect').map(({ at }) => at / 1e6)).toEqual([2, 12]);
      expect([report.done, report.duplicates]).toEqual([1, 1]);
    }
  });

  it('after the delete does no harm', () => {
    const { of, report } = crashing('after-delete');
    expect(of('effect')).toHaveLength(1);
    expect(of('received')).toHaveLength(1);
    expect([report.done, report.duplicates, report.lost]).toEqual([1, 0, 0]);
  });

  it('after a delete that came before the work loses the item', () => {
    const { report } = play(`
runFor: 1m
queues: { orders: {} }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 1, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, steps: [delete, { work: 1s }, { write: ledger }] } }
faults: [{ crash: workers, items: shop-1, when: during-work }]
`);
    expect([report.done, report.lost]).toEqual([0, 1]);
  });
});

describe('steps', () => {
  it('run in order, and a claim that was made before skips all but the delete', () => {
    const { of, report } = play(`
runFor: 1m
queues: { orders: {} }
stores: { ledger: { latency: 0s } }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 1, at: 1s } }, resendChance: 1 } }
consumers: { workers: { receivesFrom: orders, steps: [{ claim: ledger }, { work: 1s }, { write: ledger }, delete] } }
`);
    expect(
      of('work-ended')
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['done', 'skipped']);
    expect(of('step-ended').filter(({ step }) => step === 'write')).toHaveLength(1);
    expect(of('deleted')).toHaveLength(2);
    expect(report.duplicates).toBe(0);
  });

  it('a transaction is all or nothing, at one moment', () => {
    const { of, report } = play(`
runFor: 1m
queues: { orders: { visibilityTimeout: 10s } }
stores: { ledger: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 20, at: 1s } } } }
consumers:
  workers: { receivesFrom: orders, steps: [{ work: 100ms }, { transaction: [{ claim: ledger }, { write: ledger }] }, delete] }
faults: [{ crash: workers, chance: 0.3, when: after-effect, for: 1s }]
`);
    expect(of('fault-fired').length).toBeGreaterThan(2);
    const moments = (wanted: string) =>
      of('effect')
        .filter(({ operation, outcome }) => operation === wanted && outcome === 'applied')
        .map(({ trace, at }) => `${trace} ${at}`);
    expect(moments('claim')).toEqual(moments('write'));
    expect(moments('write')).toHaveLength(20);
    expect([report.done, report.duplicates]).toEqual([20, 0]);
  });

  it('check, then act oversells; a conditional write does not', () => {
    const sale = (how: string) =>
      play(`
runFor: 1m
queues: { orders: {} }
stores: { stock: { items: { seat: 5 }, latency: 50ms } }
producers: { fans: { sendsTo: orders, arrivals: { burst: { count: 20, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 10, effect: { reserve: { store: stock, how: ${how} } } } }
`).report;
    expect(sale('read-then-write').oversold).toBe(5);
    expect([sale('conditional').oversold, sale('conditional').refused]).toEqual([0, 15]);
  });

  it('poison fails whoever works on it, each time', () => {
    const { of, report } = play(`
runFor: 2m
queues: { orders: { visibilityTimeout: 5s, redrive: { to: dead, maxReceiveCount: 3 } }, dead: {} }
producers: { shop: { sendsTo: orders, arrivals: { burst: { count: 3, at: 1s } } } }
consumers: { workers: { receivesFrom: orders, count: 2, service: 100ms } }
faults: [{ poison: shop, items: shop-2 }]
`);
    const failed = of('work-ended').filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ trace, why }) => `${trace} ${why}`)).toEqual(
      Array(3).fill('shop-2 it can never be processed'),
    );
    expect([report.done, report.deadLettered]).toEqual([2, 1]);
  });
});
