import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogPositions } from '../../../src/simulator/observers/index.ts';
import { runs } from '../../fixtures/runs.ts';
import { play } from './play.ts';

interface Pipeline {
  readonly commit?: string;
  readonly group?: string;
  readonly steps?: string;
  readonly convert?: string;
  readonly faults?: string;
  readonly arrivals?: string;
  readonly more?: string;
}

/** Payments become bookings, which one consumer reads when they are committed and another at once. */
function bank({
  commit = 'transaction',
  group = '',
  steps = '[{ work: 500ms }, { send: bookings }]',
  convert = '',
  faults = '[]',
  arrivals = '{ burst: { count: 20, at: 10s } }',
  more = '',
}: Pipeline) {
  return play(`
runFor: 5m
logs: { payments: { partitions: 2 }, bookings: { partitions: 2 } }
stores: { ledger: { latency: 0s }, screen: { latency: 0s } }
producers: { bank: { sendsTo: payments, key: "account-{1..5}", arrivals: ${arrivals} } }
consumers:
  convert:
    receivesFrom: payments
    batch: 5
    group: { commit: ${commit}, sessionTimeout: 10s ${group} }
    steps: ${steps}
    ${convert}
  accounting: { receivesFrom: bookings, batch: 10, steps: [{ write: ledger }], group: { isolation: read_committed } }
  display: { receivesFrom: bookings, batch: 10, steps: [{ write: screen }] }
faults: ${faults}
${more}
`);
}

/** The keys of payments, and the numbers of those that were booked for each, in the order of the bookings. */
function bookedByKey({ of }: ReturnType<typeof bank>): Map<string, number[]> {
  const keys = new Map<string, string>();
  for (const { log, trace, key = '' } of of('appended'))
    if (log === 'payments') keys.set(trace, key);
  const booked = new Map<string, number[]>();
  for (const { store, trace } of of('effect')) {
    const key = keys.get(trace) ?? '';
    const number = Number(trace.slice('bank-'.length));
    if (store === 'ledger') booked.set(key, [...(booked.get(key) ?? []), number]);
  }
  return booked;
}

const effectsOn = ({ of }: ReturnType<typeof bank>, wanted: string) =>
  of('effect').flatMap(({ store, trace }) => (store === wanted ? [trace] : []));

describe('a member that works in transactions', () => {
  it('KFK-13: commits what it sent and its position together, poll by poll', () => {
    const run = bank({});
    const { of, report, ending } = run;
    const [first] = of('transaction-ended');
    expect(first).toMatchObject({ producer: 'convert-1', outcome: 'committed' });
    for (const { at, outcome } of of('transaction-ended')) {
      const commit = of('committed').find((event) => event.at === at && event.group === 'convert');
      expect([outcome, commit !== undefined]).toEqual(['committed', true]);
    }
    expect(effectsOn(run, 'ledger')).toHaveLength(20);
    expect([report.lost, report.waiting, report.duplicates, ending]).toEqual([0, 0, 0, 'done']);
  });

  it('KFK-13: dies within one: only who reads what is not committed sees its records twice', () => {
    const run = bank({ faults: '[{ crash: convert, at: 14750ms, for: 3s }]' });
    const { of, report } = run;
    expect(of('transaction-ended').filter(({ outcome }) => outcome === 'fenced')).toHaveLength(1);
    expect(report.stores.ledger).toMatchObject({ applied: 20, duplicates: 0 });
    expect(report.stores.screen?.duplicates).toBeGreaterThan(0);
    expect([report.lost, report.waiting]).toEqual([0, 0]);
  });

  it('KFK-13: the same with commits after the work is seen twice by everybody', () => {
    const { report } = bank({
      commit: 'after',
      faults: '[{ crash: convert, at: 14750ms, for: 3s }]',
    });
    expect(report.stores.ledger?.duplicates).toBeGreaterThan(0);
    expect(report.stores.ledger).toEqual(report.stores.screen);
  });

  it('KFK-13: a record that fails aborts all of its poll, which is read again', () => {
    const run = bank({ faults: '[{ fail: convert, chance: 0.2 }]' });
    const { of, report } = run;
    const outcomes = of('transaction-ended').map(({ outcome }) => outcome);
    expect(outcomes).toContain('aborted');
    expect(report.stores.ledger).toMatchObject({ applied: 20, duplicates: 0 });
    expect(report.stores.screen?.duplicates).toBeGreaterThan(0);
  });

  it('KFK-13: stands still for more than a minute: its transaction is aborted, and it is fenced', () => {
    const run = bank({
      convert: 'count: 2',
      arrivals: '{ burst: { count: 40, at: 10s } }',
      faults: '[{ pause: convert, at: 11s, for: 80s }]',
    });
    const { of, report } = run;
    const aborted = of('transaction-ended').find(({ outcome }) => outcome === 'aborted');
    expect(of('append-refused')).toMatchObject([{ code: 'PRODUCER_FENCED', log: 'bookings' }]);
    expect(of('append-refused')[0]?.by).toBe(aborted?.producer);
    expect(report.stores.ledger).toMatchObject({ applied: 40, duplicates: 0 });
    expect([report.lost, report.waiting]).toEqual([0, 0]);
  });

  it('KFK-13: cut off from the broker, ends its transaction when it is back', () => {
    const { of, report, ending } = bank({
      faults: '[{ split: convert, at: 11s, for: 20s }]',
    });
    expect(of('transaction-ended').map(({ outcome }) => outcome)).toContain('aborted');
    expect(report.stores.ledger).toMatchObject({ applied: 20, duplicates: 0 });
    expect([report.lost, report.waiting, ending]).toEqual([0, 0, 'done']);
  });

  it('cut off for a moment, commits when it is back and not before', () => {
    const { of, report } = bank({
      steps: '[{ send: bookings }, { work: 500ms }]',
      arrivals: '{ burst: { count: 1, at: 10s } }',
      faults: '[{ split: convert, at: 10200ms, for: 5s }]',
    });
    const [ended, ...more] = of('transaction-ended');
    expect([ended?.outcome, more]).toEqual(['committed', []]);
    expect(ended?.at).toBeGreaterThan(15.2e6);
    expect(ended?.at).toBeLessThan(17e6);
    expect(report.stores.ledger).toMatchObject({ applied: 1, duplicates: 0 });
  });

  it('aborts what is under way when it is let go, here for a replay', () => {
    const run = bank({
      arrivals: '{ trace: [0s, 0s, 0s, 0s, 0s, 0s, 0s, 0s, 61s, 61s, 61s] }',
      group: ', replay: { at: 62s, from: earliest }',
    });
    const { of, report } = run;
    expect(of('transaction-ended').map(({ outcome }) => outcome)).toContain('aborted');
    expect(report.stores.ledger).toMatchObject({ applied: 20, duplicates: 9 });
  });

  it('hands the key of a record on, so that the order of a key is kept', () => {
    const { of } = bank({});
    const keys = (log: string) =>
      Object.fromEntries(of('appended').flatMap((e) => (e.log === log ? [[e.trace, e.key]] : [])));
    expect(keys('bookings')).toEqual(keys('payments'));
  });

  it('KFK-13: every payment is booked once and in order, whatever strikes', () => {
    const at = fc.integer({ min: 1, max: 60 }).map((second) => `${second}s`);
    const lasts = fc.integer({ min: 1, max: 90 }).map((second) => `${second}s`);
    const fault = fc.oneof(
      fc.record({ crash: fc.constant('convert'), at, for: lasts }),
      fc.record({ pause: fc.constant('convert'), at, for: lasts }),
      fc.record({ split: fc.constant('convert'), at, for: lasts }),
      fc.record({ fail: fc.constant('convert'), chance: fc.constantFrom(0.02, 0.1) }),
      fc.record({ crash: fc.constant('convert'), chance: fc.constant(0.02) }),
      fc.record({ down: fc.constantFrom('bookings', 'payments'), at, for: lasts }),
    );
    const protocol = fc.constantFrom('eager', 'cooperative', 'consumer');
    fc.assert(
      fc.property(
        fc.array(fault, { maxLength: 5 }),
        protocol,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(1_000),
        (faults, how, count, seed) => {
          const run = bank({
            group: `, protocol: ${how}`,
            convert: `count: ${count}`,
            arrivals: '2/s',
            faults: JSON.stringify(faults),
            more: `seed: ${seed}`,
          });
          const { report, ending, all } = run;
          const positions = new LogPositions();
          for (const event of all) positions.see(event);
          expect(positions.violation).toBeUndefined();
          const booked = [...bookedByKey(run).values()];
          expect(booked).toEqual(booked.map((numbers) => [...numbers].sort((a, b) => a - b)));
          expect(new Set(booked.flat()).size).toBe(report.accepted);
          expect(booked.flat()).toHaveLength(report.accepted ?? Number.NaN);
          expect([report.lost, ending]).toEqual([0, 'done']);
        },
      ),
      runs(30),
    );
  });
});
