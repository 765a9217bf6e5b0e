import { expect, it } from 'vitest';
import { readScenario } from '../../../../src/simulator/scenario/reading/index.ts';
import { PLANT } from './reading.ts';

const problemsOf = (metric: string) =>
  readScenario('sale.yaml', `${PLANT}reaches: [${metric}]\n`).problems.map(({ fix }) => fix);

it('lets checks be about whatever a run will report', () => {
  for (const metric of [
    'lost',
    'latency.p99',
    'queues.seats.fifo.depth.max',
    'stores.inventory.left.concert',
  ])
    expect(problemsOf(metric)).toEqual([]);
});

it('names the nearest metric of this very scenario', () => {
  expect(problemsOf('queues.seats.fifo.dept.max')[0]).toContain('“queues.seats.fifo.depth.max”');
  expect(problemsOf('stores.inventory.left.opera')).toHaveLength(1);
  expect(problemsOf('groups.workers.rebalances')).toHaveLength(1);
});
