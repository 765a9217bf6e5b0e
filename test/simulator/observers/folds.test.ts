import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { Level } from '../../../src/simulator/observers/folds/level.ts';
import { distributionOf, Samples } from '../../../src/simulator/observers/folds/samples.ts';
import { ReportObserver } from '../../../src/simulator/observers/index.ts';
import { runs } from '../../fixtures/runs.ts';
import { event } from './events.ts';
import { scenario } from './scenario.ts';

describe('a level', () => {
  it('has the integral that adding up every microsecond gives', () => {
    const change = fc.record({ after: fc.nat(20), by: fc.integer({ min: -3, max: 5 }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.nat(20), (changes, rest) => {
        const level = new Level();
        let [at, value, most, area] = [0, 0, 0, 0];
        const wait = (micros: number) => {
          for (let each = 0; each < micros; each += 1) area += value;
          at += micros;
        };
        for (const { after, by } of changes) {
          wait(after);
          level.add(at, by);
          value += by;
          most = Math.max(most, value);
        }
        wait(rest);
        expect(level.area(at)).toBe(area);
        expect(level.report(at)).toEqual({
          mean: at === 0 ? value : area / at,
          max: most,
          end: value,
        });
      }),
      runs(300),
    );
  });
});

describe('a distribution', () => {
  const numbers = fc.array(fc.nat(1000), { minLength: 1, maxLength: 200 });

  it('has the percentiles that sorting gives: the smallest that so many percent do not exceed', () => {
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const samples = [some, others].map((values) => {
          const each = new Samples();
          for (const value of values) each.add(value);
          return each;
        });
        const all = [...some, ...others].sort((a, b) => a - b);
        const found = distributionOf(...samples);
        for (const [name, percent] of [
          ['p50', 50],
          ['p90', 90],
          ['p95', 95],
          ['p99', 99],
          ['max', 100],
        ] as const) {
          const isEnough = (value: number) =>
            all.filter((other) => other <= value).length * 100 >= percent * all.length;
          expect(found[name]).toBe(all.find(isEnough));
        }
        expect(found.mean).toBeCloseTo(all.reduce((sum, value) => sum + value, 0) / all.length, 6);
      }),
      runs(100),
    );
  });

  it('has nothing to say of nothing', () => {
    expect(Object.values(distributionOf()).every((value) => value === undefined)).toBe(true);
  });
});

/** Anything that may happen to one of a few items, in whatever order: the ledger must not lose count. */
const anything = fc.record({
  kind: fc.constantFrom(
    'sent',
    'received',
    'deleted',
    'dead-lettered',
    'expired',
    'work-started',
    'done',
    'failed',
    'crashed',
    'skipped',
    'shed',
    'step-ended',
    'published',
    'filtered-out',
    'attempted',
    'delivery-given-up',
    'appended',
    'committed',
  ),
  item: fc.integer({ min: 1, max: 5 }),
});

function happening(kind: string, item: number, at: number): SimulationEvent {
  const own = { trace: `buyers-${item}`, message: `m${item}` };
  const mail = { ...own, topic: 'news', subscription: 'mail' };
  const record = { ...own, log: 'clicks.v1', partition: item % 2, offset: at };
  switch (kind) {
    case 'sent':
      return event('sent', at, { ...own, visibleAt: at, by: 'buyers' });
    case 'received':
      return event('received', at, { ...own, hiddenUntil: at + 9 });
    case 'deleted':
    case 'expired':
      return event(kind, at, own);
    case 'dead-lettered':
      return event('dead-lettered', at, { ...own, to: 'dlq' });
    case 'work-started':
      return event('work-started', at, own);
    case 'step-ended':
      return event('step-ended', at, { ...own, step: 'write', on: 'stock' });
    case 'published':
      return event('published', at, { ...mail, deliveries: 1, by: 'buyers' });
    case 'filtered-out':
      return event('filtered-out', at, { ...mail, why: 'x' });
    case 'attempted':
      return event('delivery-attempted', at, { ...mail, outcome: 'delivered', retryAt: undefined });
    case 'delivery-given-up':
      return event('delivery-given-up', at, { ...mail, attempts: 1, deadLetterQueue: undefined });
    case 'appended':
      return event('appended', at, { ...record, key: undefined, by: 'buyers' });
    case 'committed':
      return event('committed', at, {
        ...record,
        group: 'readers',
        committedOffset: at,
        logEndOffset: at,
      });
    default:
      return event('work-ended', at, { ...own, outcome: kind as 'done' });
  }
}

describe('the fates of items', () => {
  it('add up to what was accepted, and each has a witness', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (happenings) => {
        const observer = new ReportObserver(scenario());
        for (let item = 1; item <= 5; item += 1)
          observer.see(event('produced', 0, { trace: `buyers-${item}`, to: 'orders' }));
        for (const [at, { kind, item }] of happenings.entries())
          observer.see(happening(kind, item, at));
        const {
          accepted,
          done = 0,
          waiting = 0,
          deadLettered = 0,
          shed = 0,
          lost = 0,
        } = observer.report(happenings.length);
        expect(done + waiting + deadLettered + shed + lost).toBe(accepted);
        expect(observer.witness('lost') !== undefined).toBe(lost > 0);
        expect(observer.witness('waiting') !== undefined).toBe(waiting > 0);
      }),
      runs(300),
    );
  });
});
