import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../../src/simulator/engine/time.ts';
import { readConditions, readScenario } from '../../../../src/simulator/scenario/index.ts';
import { PLANT } from './reading.ts';

const { scenario } = readScenario('plant.yaml', PLANT);
if (!scenario) throw new Error('the plant can’t be read');
const plant = scenario;

describe('conditions outside of a scenario', () => {
  it('are read as its checks are', () => {
    expect(readConditions({ lost: 0, 'latency.p99': { below: '60s' } }, plant)).toEqual({
      conditions: [
        { metric: 'lost', condition: { is: 0 } },
        { metric: 'latency.p99', condition: { below: 60 * SECOND } },
      ],
      troubles: [],
    });
  });

  it('may be about whatever the scenario names', () => {
    const written = { 'queues.orders.depth.max': { between: [1, 5] } };
    expect(readConditions(written, plant).conditions).toHaveLength(1);
  });

  it.each([
    [{ lots: 0 }, 'lots can’t be 0', 'name a metric'],
    [
      { 'queues.order.sent': 0 },
      'queues.order.sent can’t be 0',
      'Did you mean “queues.orders.sent”',
    ],
    [{ 'latency.p99': { below: 60 } }, 'latency.p99.below can’t be 60', 'add a unit'],
    [{ lost: { under: 3 } }, 'lost can’t stay as it is', 'use one of is, below'],
    [{ lost: null }, 'lost is missing', 'write a number'],
  ])('%j is told with what to write instead', (written, what, fix) => {
    const { conditions, troubles } = readConditions(written, plant);
    expect(conditions).toEqual([]);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]?.what).toContain(what);
    expect(troubles[0]?.fix).toContain(fix);
  });
});
