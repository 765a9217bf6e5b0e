import { expect } from 'vitest';
import { formatProblem } from '../../../../src/domain/problem.ts';
import type { MetricUnit } from '../../../../src/simulator/observers/metrics/metric.ts';
import type { Metrics } from '../../../../src/simulator/scenario/reading/format/metric.ts';
import { type Change, readScenario } from '../../../../src/simulator/scenario/reading/index.ts';
import type { Scenario } from '../../../../src/simulator/settings/scenario.ts';

const UNITS: Readonly<Record<string, MetricUnit>> = {
  lost: 'count',
  oversold: 'count',
  deadLettered: 'count',
  'latency.p99': 'duration',
  'alarms.backlog.firstAt': 'time',
  throughput: 'rate',
  'cost.dollars': 'dollars',
  'services.db.utilisation': 'ratio',
};
const metrics: Metrics = { unit: (metric) => UNITS[metric], names: () => Object.keys(UNITS) };

export function read(text: string, changes: readonly Change[] = []) {
  return readScenario('content/scenarios/sale.yaml', text, changes, () => metrics);
}

/** The scenario of a text that has nothing wrong. */
export function good(text: string, changes: readonly Change[] = []): Scenario {
  const { scenario, problems } = read(text, changes);
  expect(problems.map(formatProblem)).toEqual([]);
  if (!scenario) throw new Error('no scenario without a problem');
  return scenario;
}

/** `line:column what | fix` for each problem. */
export function wrong(text: string, changes: readonly Change[] = []): string[] {
  const { scenario, problems } = read(text, changes);
  expect(scenario).toBeUndefined();
  return problems.map(({ file, line, column, what, fix }) =>
    line === 0 ? `${file}: ${what} | ${fix}` : `${line}:${column} ${what} | ${fix}`,
  );
}

/** A scenario with one of everything, for tests that change a line of it. */
export const PLANT = `queues:
  orders: {}
  orders-dlq: {}
  seats.fifo: {}
  seats-dlq.fifo: {}
priorityQueues: { urgent: {} }
topics: { news: {}, seat-news.fifo: {} }
logs: { clicks: {} }
stores: { inventory: { items: { concert: 500 } }, seen: {} }
services: { db: {}, payments: {} }
producers:
  buyers: { sendsTo: orders, arrivals: 20/s }
consumers:
  workers: { receivesFrom: orders }
`;
