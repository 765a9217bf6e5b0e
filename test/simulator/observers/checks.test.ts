import { describe, expect, it } from 'vitest';
import { distributionOf, Samples } from '../../../src/simulator/observers/folds/samples.ts';
import {
  AlarmObserver,
  Conservation,
  formatMetric,
  judge,
  LittlesLaw,
  metricUnit,
  ReportObserver,
  reportNames,
} from '../../../src/simulator/observers/index.ts';
import { deleted, received, sent } from './events.ts';
import { scenario } from './scenario.ts';

const names = reportNames(scenario());

describe('checks', () => {
  it('fail where there was nothing to measure, and say so', () => {
    const checks = [{ metric: 'latency.p99', condition: { below: 5 }, line: 9 }];
    const report = new ReportObserver(scenario()).report(1);
    const [check] = judge({ checks, reaches: [] }, report, 'done', (m) => metricUnit(m, names));
    expect(check).toMatchObject({ passed: false, got: 'nothing to measure', wanted: 'below 5 µs' });
  });

  it('fail when a state was not reached, and when the run was cut off', () => {
    const report = new ReportObserver(scenario()).report(1);
    const results = judge(
      { checks: [], reaches: ['redeliveries'] },
      report,
      'too-many-events',
      () => 'count',
    );
    expect(results.map(({ metric, passed }) => [metric, passed])).toEqual([
      ['redeliveries', false],
      ['ending', false],
    ]);
  });
});

describe('metrics', () => {
  it.each([
    ['queues.orders.depth.max', 'count'],
    ['stores.stock.left.concert.a', 'count'],
    ['cost.dollars', 'dollars'],
    ['queues.nowhere.depth.max', undefined],
  ])('%s is measured as %s', (path, unit) => {
    expect(metricUnit(path, names)).toBe(unit);
  });

  it('accept any subscription while subscriptions are not known yet', () => {
    const { subscriptions: _, ...some } = names;
    expect(metricUnit('topics.news.subscriptions.x.dropped', some)).toBe('count');
    expect(metricUnit('topics.news.subscriptions.x.drooped', some)).toBeUndefined();
  });

  it.each([
    [12_345_000, 'duration', '12.345 s'],
    [250, 'duration', '250 µs'],
    [0.041, 'ratio', '4.1 %'],
    [3.6, 'dollars', '$3.60'],
    [0.0000004, 'dollars', '$0.00000040'],
    [1234, 'count', '1,234'],
    [undefined, 'count', 'none'],
  ] as const)('%s as a %s reads %s', (value, unit, words) => {
    expect(formatMetric(value, unit)).toBe(words);
  });

  it('takes percentiles by nearest rank', () => {
    const samples = new Samples();
    for (let value = 100; value >= 1; value -= 1) samples.add(value);
    expect(distributionOf(samples)).toEqual({
      mean: 50.5,
      p50: 50,
      p90: 90,
      p95: 95,
      p99: 99,
      max: 100,
    });
  });
});

describe('an alarm', () => {
  it('rings after its periods and is over at the first look below', () => {
    const values = [5, 5, 5, 0];
    const alarms = { deep: { metric: 'x', above: 1, below: undefined, every: 10, periods: 2 } };
    const observer = new AlarmObserver(alarms, () => values.shift());
    const states = [10, 20, 30, 40].map((now) => observer.look(now).map(({ state }) => state));
    expect(states).toEqual([[], ['alarm'], [], ['ok']]);
  });
});

describe('invariants', () => {
  it('notice a message that is deleted twice', () => {
    const conservation = new Conservation();
    for (const one of [sent, received(1), deleted(2)]) conservation.see(one);
    expect(conservation.violation).toBeUndefined();
    conservation.see(deleted(3));
    expect(conservation.violation).toMatch(/m1/);
  });

  it("hold Little's law over a run that ends empty, and notice a message that left and never came", () => {
    const law = new LittlesLaw();
    for (const one of [sent, deleted(5)]) law.see(one);
    expect(law.violation).toBeUndefined();
    law.see(deleted(6));
    law.see({ ...sent, at: 9 });
    expect(law.violation).toMatch(/orders/);
  });
});
