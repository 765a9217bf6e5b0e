import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../../../src/simulator/engine/time.ts';
import { good, PLANT, wrong } from '../reading.ts';

const NOTHING = {
  chance: undefined,
  at: [],
  items: [],
  for: undefined,
  when: undefined,
  factor: undefined,
  by: undefined,
};

describe('faults', () => {
  it.each([
    [
      '{ crash: workers, chance: 1/4, when: after-delete, for: 5s }',
      { what: 'crash', target: 'workers', chance: 0.25, when: 'after-delete', for: 5 * SECOND },
    ],
    [
      '{ crash: workers, items: buyers-17 }',
      { what: 'crash', target: 'workers', items: ['buyers-17'], when: 'before-delete' },
    ],
    ['{ crash: workers, at: 1s }', { what: 'crash', target: 'workers', at: [SECOND] }],
    [
      '{ pause: workers, at: [1s, 2s], for: 5s }',
      { what: 'pause', target: 'workers', at: [SECOND, 2 * SECOND], for: 5 * SECOND },
    ],
    [
      '{ poison: buyers, items: [buyers-1, buyers-2] }',
      { what: 'poison', target: 'buyers', items: ['buyers-1', 'buyers-2'] },
    ],
    ['{ fail: workers, chance: 1% }', { what: 'fail', target: 'workers', chance: 0.01 }],
    ['{ slow: db, factor: 10 }', { what: 'slow', target: 'db', at: [0], factor: 10 }],
    [
      '{ down: orders, at: 1s, for: 1s }',
      { what: 'down', target: 'orders', at: [SECOND], for: SECOND },
    ],
    ['{ split: buyers }', { what: 'split', target: 'buyers', at: [0] }],
    [
      '{ lose-response: workers, chance: 1 }',
      { what: 'lose-response', target: 'workers', chance: 1 },
    ],
    [
      '{ duplicate: orders, chance: 1% }',
      { what: 'duplicate', target: 'orders', chance: 0.01, at: [0] },
    ],
    [
      '{ reorder: orders, chance: 1%, at: 1s, for: 2s }',
      { what: 'reorder', target: 'orders', chance: 0.01, at: [SECOND], for: 2 * SECOND },
    ],
    ['{ redeliver: orders, at: 1s }', { what: 'redeliver', target: 'orders', at: [SECOND] }],
  ])('%s', (text, fault) => {
    expect(good(`${PLANT}faults: [${text}]\n`).faults).toEqual([{ ...NOTHING, ...fault }]);
  });

  it.each([
    ['{ crash: workers }', 'say when it strikes: chance: 1/200, items: [buyers-17], at: 30s'],
    ['{ crash: workers, chance: 1/4, at: 1s }', 'write one of chance, at: two are two faults'],
    ['{ crash: workers, at: 1s, when: before-delete }', 'remove when'],
    ['{ crash: workers, chance: 1/4, when: before-dlete }', 'Did you mean “before-delete”'],
    ['{ crash: wrokers, chance: 1/4 }', 'name a consumer (workers). Did you mean “workers”?'],
    ['{ crash: orders, chance: 1/4 }', 'name a consumer (workers)'],
    [
      '{ crash: workers, chance: 1/4, factor: 3 }',
      'use one of crash, chance, items, at, for, when',
    ],
    ['{ crash: workers, fail: workers, chance: 1/4 }', 'write crash and fail as two faults'],
    ['{ crsh: workers }', 'Did you mean “crash”?'],
    ['{ slow: db }', 'faults.0.factor is missing'],
    ['{ duplicate: orders }', 'faults.0.chance is missing'],
    ['{ pause: workers, at: 1s }', 'faults.0.for is missing'],
    ['{ slow: db, factor: 0 }', 'write a number, e.g. 10'],
    ['{ redeliver: orders, chance: 1/4 }', 'use one of redeliver, at'],
    ['{ poison: workers, chance: 1/4 }', 'name a producer (buyers)'],
    ['crash', 'say what strikes whom'],
  ])('can’t be %s', (text, fix) => {
    const problems = wrong(`${PLANT}faults: [${text}]\n`);
    expect(problems[0]).toContain(fix);
  });
});

describe('checks, alarms and what must be reached', () => {
  it.each([
    ['{ lost: 0 }', 'lost', { is: 0 }],
    ['{ lost: { is: 3 } }', 'lost', { is: 3 }],
    ['{ latency.p99: { below: 60s } }', 'latency.p99', { below: 60 * SECOND }],
    ['{ alarms.backlog.firstAt: { above: 1m } }', 'alarms.backlog.firstAt', { above: 60 * SECOND }],
    ['{ throughput: { atLeast: 20/s } }', 'throughput', { atLeast: 20 }],
    ['{ cost.dollars: { atMost: $3.60 } }', 'cost.dollars', { atMost: 3.6 }],
    [
      '{ services.db.utilisation: { between: [80%, 95%] } }',
      'services.db.utilisation',
      { between: [0.8, 0.95] },
    ],
  ])('%s', (text, metric, condition) => {
    expect(good(`checks: [${text}]\n`).checks).toEqual([{ metric, condition, line: 1 }]);
  });

  it.each([
    ['checks: [{ losst: 0 }]', 'Did you mean “lost”?'],
    ['checks: [{ lost: { below: 60s } }]', 'write a number, e.g. 100'],
    ['checks: [{ latency.p99: 60 }]', 'add a unit: 60s'],
    ['checks: [{ latency.p99: { blow: 60s } }]', 'Did you mean “below”?'],
    ['checks: [{ lost: { between: [9, 1] } }]', 'write the lower one first'],
    ['checks: [{ lost: { between: 9 } }]', 'write two values, e.g. [1, 10]'],
    ['checks: [{ lost: 0, oversold: 0 }]', 'write one metric with what it must be'],
    ['checks: [lost]', 'write one metric with what it must be'],
    ['reaches: [deadLetterd]', 'Did you mean “deadLettered”?'],
    ['alarms: { backlog: { metric: lost } }', 'add above or below'],
    ['alarms: { backlog: { metric: lsot, above: 1 } }', 'Did you mean “lost”?'],
  ])('can’t be %s', (text, fix) => {
    const problems = wrong(`${text}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(fix);
  });

  it('read alarms in the unit of their metric', () => {
    expect(
      good('alarms: { late: { metric: latency.p99, above: 1m, periods: 3 } }\nreaches: [lost]\n'),
    ).toMatchObject({
      alarms: {
        late: {
          metric: 'latency.p99',
          above: 60 * SECOND,
          below: undefined,
          every: 60 * SECOND,
          periods: 3,
        },
      },
      reaches: ['lost'],
    });
  });
});
