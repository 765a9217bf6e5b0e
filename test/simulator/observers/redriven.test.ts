import { describe, expect, it } from 'vitest';
import { play } from '../actors/play.ts';

const SHOP = (redrive: string, more: string) => `
runFor: 5m
queues:
  orders: { visibilityTimeout: 5s, redrive: { to: dead, maxReceiveCount: 1 } }
  repair: {}
  dead: {}
producers: { shop: { sendsTo: orders, arrivals: { constant: 2/s } } }
consumers:
  workers: { receivesFrom: orders, count: 5, service: 10ms }
  ${more}
faults: [{ fail: workers, chance: 1/10 }]
actions: [${redrive}]
`;

describe('an item whose dead letter is moved', () => {
  it('is done when the queue that it was moved to has done it', () => {
    const { report } = play(
      SHOP('{ at: 400s, redrive: dead, to: repair }', 'menders: { receivesFrom: repair }'),
    );
    expect(report.queues.dead?.redriven).toBeGreaterThan(20);
    expect([report.done, report.deadLettered, report.lost]).toEqual([report.accepted, 0, 0]);
  });

  it('waits where it was moved to while nobody takes it', () => {
    const { report } = play(
      SHOP(
        '{ at: 400s, redrive: dead, to: repair }',
        'menders: { receivesFrom: repair, count: 1, service: 10m, visibilityTimeout: 12h }',
      ),
    );
    expect(report.deadLettered).toBe(0);
    expect(report.waiting).toBeGreaterThan(20);
  });

  it('is not lost when its dead letter was in the hands of a consumer before', () => {
    const { report } = play(
      SHOP(
        '{ at: 6m, redrive: dead, rate: 1/s }',
        'undertakers: { receivesFrom: dead, service: 10s }',
      ),
    );
    expect(report.queues.dead?.redriven).toBeGreaterThan(5);
    expect(report.lost).toBe(0);
  });
});
