import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { runs } from '../../fixtures/runs.ts';
import { type Told, violations } from './broken-invariants.ts';
import { randomScenario } from './random-scenario.ts';

/** What a thousand random systems must come to, lest the invariants hold for want of trouble. */
const REACHED: readonly SimulationEvent['kind'][] = [
  'sent',
  'deduplicated',
  'appeared',
  'received',
  'deleted',
  'delete-ineffective',
  'visibility-changed',
  'dead-lettered',
  'redriven',
  'purged',
  'published',
  'publish-deduplicated',
  'filtered-out',
  'delivery-attempted',
  'delivery-given-up',
  'replayed',
  'appended',
  'append-refused',
  'append-deduplicated',
  'fetched',
  'committed',
  'rebalance-ended',
  'partitions-revoked',
  'member-left',
  'offset-reset',
  'transaction-ended',
  'record-acquired',
  'record-settled',
  'produce-failed',
  'effect',
  'call-ended',
  'call-wasted',
  'scaled',
  'breaker-state',
  'fault-fired',
];

/** A few systems in `npm test`, more than a thousand in the deep suite. */
const SYSTEMS = runs(1).numRuns > 1 ? runs(34) : runs(16);

describe('whatever strikes', () => {
  it('counts add up, groups keep their order, nothing is lost but what the semantics lose, and it recovers', () => {
    const reached = new Set<string>();
    const noting: Told = (event) => {
      reached.add(event.kind);
      return [event];
    };
    fc.assert(
      fc.property(randomScenario, (random) => {
        expect(violations(random, noting)).toEqual([]);
      }),
      SYSTEMS,
    );
    if (SYSTEMS.numRuns >= 1_000) expect(REACHED.filter((kind) => !reached.has(kind))).toEqual([]);
  });
});

const EVERYWHERE = {
  mayLose: false,
  mayNeverEnd: false,
  text: `
runFor: 20s
queues:
  orders.fifo: { visibilityTimeout: 5s, redrive: { to: dead.fifo, maxReceiveCount: 3 } }
  dead.fifo: {}
  delayed: { delay: 2s }
topics: { news.fifo: { subscriptions: { all: { to: orders.fifo } } } }
logs: { clicks: { partitions: 2 } }
producers:
  shop: { sendsTo: news.fifo, messageGroupId: "g{1..3}", arrivals: { burst: { count: 100, at: 1s } } }
  later: { sendsTo: delayed, arrivals: 2/s }
  web: { sendsTo: clicks, key: "k{1..9}", arrivals: 5/s }
consumers:
  workers: { receivesFrom: orders.fifo, count: 3, batch: 5, service: 50ms }
  others: { receivesFrom: delayed, service: 50ms }
  readers: { receivesFrom: clicks, count: 2, service: 50ms }
  sharers: { receivesFrom: clicks, share: true, count: 2, service: 50ms }
faults:
  - { fail: workers, chance: 1/10 }
  - { crash: readers, at: 10s, for: 1s }
  - { poison: shop, items: [shop-5] }
`,
};

/** Tells one event in another way: the so-manieth of its kind. */
function once<Kind extends SimulationEvent['kind']>(
  kind: Kind,
  retell: (event: Extract<SimulationEvent, { kind: Kind }>) => readonly SimulationEvent[],
  number = 10,
): Told {
  let seen = 0;
  return (event) => {
    if (event.kind !== kind) return [event];
    seen += 1;
    return seen === number ? retell(event as Extract<SimulationEvent, { kind: Kind }>) : [event];
  };
}

const nothing = () => [];

/** Tells two messages of a group as if they had been sent the other way round. */
function swapped(): Told {
  let first: SimulationEvent | undefined;
  let seen = 0;
  return (event) => {
    if (event.kind !== 'sent' || event.queue !== 'orders.fifo') return [event];
    seen += 1;
    if (seen === 50) {
      first = event;
      return [];
    }
    if (first?.kind !== 'sent' || first.group !== event.group) return [event];
    const both = [event, first];
    first = undefined;
    return both;
  };
}

describe('a run that is told wrongly is found out', () => {
  it('unlike one that is told as it was', () => {
    expect(violations(EVERYWHERE)).toEqual([]);
  });

  it.each<[string, () => Told, RegExp]>([
    ['a message that nobody sent', () => once('sent', nothing), /was not there/],
    ['a delete that is left out', () => once('deleted', nothing), /reported .*, measured/],
    ['a receive that is told twice', () => once('received', (it) => [it, it]), /handed out/],
    [
      'a receive with another count',
      () => once('received', (it) => [{ ...it, receiveCount: 9 }]),
      /to 9/,
    ],
    [
      'a message that is back too soon',
      () => once('appeared', (it) => [{ ...it, at: it.at - 1 }]),
      /should end at/,
    ],
    ['a delivery that was never begun', () => once('fetched', nothing), /never fetched/],
    [
      'an owner who was never given a partition',
      () => once('partitions-assigned', nothing, 1),
      /undefined has it/,
    ],
    ['a record that was never handed out', () => once('record-acquired', nothing), /did not hold/],
    [
      'two messages of a group in the wrong order',
      swapped,
      /was handed out before .* of its group/,
    ],
    [
      'time that goes back',
      () => once('work-started', (it) => [{ ...it, at: 0 }]),
      /work-started at 0, after/,
    ],
  ])('%s', (_, tell, what) => {
    expect(violations(EVERYWHERE, tell()).join('; ')).toMatch(what);
  });
});
