import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import {
  Background,
  judge,
  metricNames,
  metricUnit,
  ReportObserver,
  reportNames,
  storyOf,
} from '../../../src/simulator/observers/index.ts';
import { deleted, done, event, produced, received, sent, written } from './events.ts';
import { scenario } from './scenario.ts';

function seen(...events: SimulationEvent[]): ReportObserver {
  const observer = new ReportObserver(scenario());
  for (const one of events) observer.see(one);
  return observer;
}

const S = 1_000_000;

describe('the report', () => {
  it('has exactly the metrics of the catalogue', () => {
    const leaves = (part: object, path: string): string[] =>
      Object.entries(part).flatMap(([name, value]) =>
        typeof value === 'object' ? leaves(value, `${path}${name}.`) : [path + name],
      );
    const report = seen(produced, sent).report(S);
    expect(leaves(report, '').sort()).toEqual(metricNames(reportNames(scenario())).sort());
  });

  it('calls an item done that was worked off and deleted', () => {
    const report = seen(produced, sent, received(S), deleted(2 * S), done(2 * S)).report(2 * S);
    expect(report).toMatchObject({ accepted: 1, done: 1, lost: 0, waiting: 0 });
    expect(report.latency.p99).toBe(2 * S);
    expect(report.queues.orders?.wait.max).toBe(S);
    expect(report.queues.orders?.depth).toEqual({ mean: 0.5, max: 1, end: 0 });
  });

  it('calls an item lost whose message was deleted and that nobody finished', () => {
    const observer = seen(produced, sent, received(S), deleted(S));
    expect(observer.report(S)).toMatchObject({ accepted: 1, done: 0, lost: 1 });
    expect(observer.witness('lost')).toBe('buyers-1');
  });

  it('calls an item waiting while its message is in the queue', () => {
    expect(seen(produced, sent, received(S)).report(S)).toMatchObject({ waiting: 1, lost: 0 });
  });

  it('calls an item dead-lettered that nobody reads in the dead-letter queue', () => {
    const moved = event('dead-lettered', S, { to: 'dlq', receiveCount: 2 });
    const report = seen(produced, sent, moved).report(S);
    expect(report).toMatchObject({ deadLettered: 1, lost: 0, waiting: 0 });
    expect(report.queues.dlq?.depth.end).toBe(1);
  });

  it('takes a skipped item for done only when its effect happened', () => {
    const skipped = event('work-ended', 2 * S, { outcome: 'skipped' });
    const step = event('step-ended', S, { step: 'write', on: 'stock' });
    expect(seen(produced, sent, step, deleted(S), skipped).report(S).done).toBe(1);
    expect(seen(produced, sent, deleted(S), skipped).report(S).lost).toBe(1);
  });

  it('calls records waiting that the group has not committed, and lost when it has', () => {
    const record = { log: 'clicks.v1', partition: 0, offset: 0, key: 'a', by: 'buyers' };
    const appended = event('appended', 0, record);
    const commit = event('committed', S, {
      ...record,
      group: 'readers',
      committedOffset: 1,
      logEndOffset: 1,
    });
    const waiting = seen(produced, appended).report(S);
    expect(waiting).toMatchObject({ waiting: 1, lost: 0 });
    expect(waiting.groups.readers?.lag).toEqual({ max: 1, end: 1 });
    const lost = seen(produced, appended, commit).report(S);
    expect(lost).toMatchObject({ waiting: 0, lost: 1 });
    expect(lost.logs['clicks.v1']?.lag).toEqual({ max: 1, end: 0 });
  });

  it('counts effects beyond the first of an item, and units sold that were not there', () => {
    const reserve = (left: number, trace: string) =>
      event('effect', S, {
        store: 'stock',
        operation: 'reserve',
        outcome: 'applied',
        key: 'concert.a',
        left,
        trace,
      });
    const report = seen(written(S), written(S), reserve(0, 'b'), reserve(-1, 'c')).report(S);
    expect(report).toMatchObject({ duplicates: 1, oversold: 1 });
    expect(report.stores.stock?.left['concert.a']).toBe(-1);
  });

  it('counts an item that is done after a younger one of its group', () => {
    const second = { trace: 'buyers-2', message: 'm2' };
    const inGroup = { visibleAt: 0, sizeBytes: 1, group: 'a', by: 'buyers' };
    const report = seen(
      produced,
      event('produced', 0, { trace: 'buyers-2', to: 'orders' }),
      event('sent', 0, inGroup),
      event('sent', 0, { ...inGroup, ...second }),
      event('work-ended', S, { ...second, outcome: 'done' }),
      done(2 * S),
    ).report(2 * S);
    expect(report.orderViolations).toBe(1);
  });

  it('bills requests by the kind of queue, and not those that a topic makes', () => {
    const call = {
      action: 'SendMessage',
      units: 1_000_000,
      messages: 1,
      refused: undefined,
    } as const;
    const bill = seen(
      event('queue-request', 0, call),
      event('queue-request', 0, { ...call, by: 'news' }),
    ).report(S).cost;
    expect(bill).toMatchObject({ sqs: 0.4, requests: 1_000_000 });
  });
});

describe('the story of a duplicate', () => {
  it('shows that the visibility timeout ran out before the delete', () => {
    const events = [
      produced,
      sent,
      received(0),
      event('appeared', 30 * S, { because: 'visibility-timeout' }),
      received(31 * S, 2),
      written(40 * S),
      written(50 * S, 'workers-2'),
      deleted(50 * S),
    ];
    const observer = seen(...events);
    const report = observer.report(60 * S);
    const checks = [{ metric: 'duplicates', condition: { is: 0 }, line: 3 }];
    const names = reportNames(scenario());
    const [check] = judge({ checks, reaches: [] }, report, 'done', (m) => metricUnit(m, names));
    if (!check) throw new Error('one check has one result');
    const witness = observer.witness('duplicates');
    const background = new Background(scenario(), 60 * S, new Set());
    const story = storyOf(check, { events, witness, scenario: scenario(), report, background });
    expect(story[0]).toBe('duplicates is 1; it had to be exactly 0. Look at buyers-1:');
    expect(story).toContain(
      '30.000 s  the visibility timeout of buyers-1 runs out: it is visible in orders again',
    );
    expect(story.at(-2)).toMatch(/^Why: .*visibility timeout/);
    expect(story.length).toBeLessThanOrEqual(12);
  });
});
