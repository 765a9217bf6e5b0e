import { describe, expect, it } from 'vitest';
import type { SimulationEvent } from '../../../src/simulator/events/index.ts';
import { ReportObserver } from '../../../src/simulator/observers/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';
import { event, produced } from './events.ts';
import { scenario } from './scenario.ts';

const S = 1_000_000;

function reportOf(
  events: readonly SimulationEvent[],
  endedAt = 10 * S,
  changes: Partial<Scenario> = {},
) {
  const observer = new ReportObserver(scenario(changes));
  for (const one of events) observer.see(one);
  return observer.report(endedAt);
}

describe('a topic', () => {
  const mail = { topic: 'news', subscription: 'mail' };
  const attempt = (number: number, outcome: 'delivered' | 'server-error') =>
    event('delivery-attempted', number, { ...mail, attempt: number, outcome, retryAt: undefined });

  it('counts what became of deliveries, in all and for each subscription', () => {
    const { news } = reportOf([
      event('published', 0, { topic: 'news', deliveries: 1 }),
      event('publish-deduplicated', 0, { topic: 'news' }),
      event('filtered-out', 0, { ...mail, why: 'x' }),
      attempt(1, 'server-error'),
      attempt(2, 'delivered'),
      attempt(1, 'delivered'),
      event('delivery-given-up', 3, { ...mail, attempts: 1, deadLetterQueue: undefined }),
      event('delivery-given-up', 4, { ...mail, attempts: 1, deadLetterQueue: 'dlq' }),
    ]).topics;
    const deliveries = {
      delivered: 2,
      filteredOut: 1,
      retries: 1,
      givenUp: 2,
      deadLettered: 1,
      dropped: 1,
    };
    expect(news).toMatchObject({ published: 1, deduplicated: 1, ...deliveries });
    expect(news?.subscriptions.mail).toEqual(deliveries);
  });

  it('brings an item to a queue, which answers for it from then on', () => {
    const published = event('published', 0, { topic: 'news', deliveries: 1 });
    const delivered = attempt(1, 'delivered');
    const sent = event('sent', 1, { visibleAt: 1, by: 'news' });
    expect(reportOf([produced, published, sent, delivered])).toMatchObject({ waiting: 1, lost: 0 });
    expect(reportOf([produced, published])).toMatchObject({ waiting: 0, lost: 1 });
  });
});

describe('throttled', () => {
  const call = { action: 'SendMessage', units: 1, messages: 0 } as const;

  it.each([
    ['ThrottlingException', 1],
    ['OverLimit', 0],
    ['QueueDoesNotExist', 0],
    [undefined, 0],
  ])('counts %s on a queue %i times', (refused, times) => {
    expect(
      reportOf([event('queue-request', 0, { ...call, refused })]).queues.orders?.throttled,
    ).toBe(times);
  });

  it.each([
    ['Throttled', 1],
    ['InvalidParameter', 0],
  ])('counts %s on a topic %i times', (refused, times) => {
    const request = event('topic-request', 0, { topic: 'news', action: 'Publish', refused });
    expect(reportOf([request]).topics.news?.throttled).toBe(times);
  });
});

describe('a consumer', () => {
  const turned = (at: number, state: 'starting' | 'idle' | 'busy' | 'paused' | 'down' | 'gone') =>
    event('worker-state', at, { state });

  it('is as utilised as its running workers were busy; paused ones run and do nothing', () => {
    const { workers } = reportOf([
      turned(0, 'starting'),
      turned(2 * S, 'idle'),
      turned(4 * S, 'busy'),
      turned(7 * S, 'paused'),
      turned(8 * S, 'down'),
    ]).consumers;
    expect(workers?.utilisation).toBeCloseTo(3 / 6, 12);
    expect(workers).toMatchObject({ idle: 2 * S, crashes: 1 });
    expect(workers?.workers).toEqual({ mean: 0.6, max: 1, end: 0 });
  });

  it('has no utilisation while no worker ever ran', () => {
    const { workers } = reportOf([turned(0, 'starting')]).consumers;
    expect(workers).toMatchObject({ utilisation: undefined, processor: undefined });
  });

  it('keeps its processor busy but for the time in which its workers wait for a service', () => {
    const called = (caller: string, startedAt: number, at: number) =>
      event('call-ended', at, { service: 'db', caller, outcome: 'ok', startedAt, waited: 0 });
    const { workers } = reportOf([
      turned(0, 'idle'),
      turned(2 * S, 'busy'),
      called('workers-1', 3 * S, 5 * S),
      called('others-1', 3 * S, 5 * S),
      turned(6 * S, 'idle'),
    ]).consumers;
    expect(workers?.utilisation).toBeCloseTo(0.4, 12);
    expect(workers?.processor).toBeCloseTo(0.2, 12);
  });

  it('counts work by how it ended', () => {
    const ended = (outcome: 'done' | 'skipped' | 'failed' | 'shed', trace: string) =>
      event('work-ended', S, { outcome, trace });
    const { workers } = reportOf([
      ended('done', 'a'),
      ended('done', 'a'),
      ended('skipped', 'b'),
      ended('failed', 'c'),
      ended('shed', 'd'),
    ]).consumers;
    expect(workers).toMatchObject({ done: 2, repeated: 1, skipped: 1, failed: 1, shed: 1 });
    expect(workers?.latency.max).toBe(S);
  });
});

describe('a service', () => {
  const call = (
    outcome: 'ok' | 'error' | 'rejected' | 'rate-limited' | 'timeout' | 'breaker-open',
    waited = 0,
  ) => event('call-ended', 2 * S, { service: 'db', caller: 'x', outcome, startedAt: S, waited });

  it('is as available as its calls succeed, and as utilised as its servers worked', () => {
    const { db } = reportOf([
      call('ok'),
      call('ok', S / 2),
      call('error', S),
      call('rejected', S),
      call('rate-limited', S),
      call('timeout', S),
      call('breaker-open', S),
    ]).services;
    expect(db).toMatchObject({
      calls: 6,
      ok: 2,
      errors: 1,
      rejected: 1,
      rateLimited: 1,
      timeouts: 1,
      breakerOpen: 1,
    });
    expect(db?.availability).toBeCloseTo(2 / 6, 12);
    expect(db?.utilisation).toBeCloseTo(0.15, 12);
    expect(db?.latency.max).toBe(S);
  });

  it('is at work also for callers who had hung up', () => {
    const wasted = event('call-wasted', 4 * S, {
      service: 'db',
      caller: 'x',
      startedAt: S,
      waited: S,
      leftAt: 2 * S,
    });
    const { db } = reportOf([call('timeout', S), wasted]).services;
    expect(db?.utilisation).toBeCloseTo(0.2, 12);
  });

  it('accepts and finishes the item that a producer called it for', () => {
    const made = event('produced', 0, { to: 'db' });
    const answered = event('call-ended', S, { service: 'db', caller: 'buyers', outcome: 'ok' });
    expect(reportOf([made, answered])).toMatchObject({ accepted: 1, done: 1, lost: 0 });
    expect(reportOf([made, answered]).latency.max).toBe(S);
    expect(reportOf([made])).toMatchObject({ accepted: 0, done: 0 });
  });
});

describe('a group of a log', () => {
  const of = { group: 'readers', member: 'readers-1', log: 'clicks.v1' };
  const assigned = (at: number, ...partitions: number[]) =>
    event('partitions-assigned', at, { ...of, partitions });
  const revoked = (at: number, ...partitions: number[]) =>
    event('partitions-revoked', at, { ...of, partitions, lost: false });

  it('is paused while a partition has no owner, from its first assignment on', () => {
    const { readers } = reportOf([
      assigned(S, 0),
      assigned(2 * S, 1),
      revoked(5 * S, 0, 1),
      assigned(7 * S, 0, 1),
      event('rebalance-ended', 7 * S, { group: 'readers', generation: 1 }),
      revoked(9 * S, 1),
    ]).groups;
    expect(readers).toMatchObject({ paused: S + 2 * S + S, rebalances: 1 });
  });

  it('counts records that it works on again', () => {
    const started = (message: string) =>
      event('work-started', 0, { consumer: 'readers', source: 'clicks.v1', message });
    const { groups } = reportOf(['0/0', '0/1', '1/0', '0/0', '0/1', '0/2'].map(started));
    expect(groups.readers?.reprocessed).toBe(2);
  });
});

describe('a share group', () => {
  const sharing = () => {
    const { consumers } = scenario();
    const { readers } = consumers;
    if (!readers) throw new Error('the scenario has readers');
    return { consumers: { ...consumers, readers: { ...readers, share: true } } };
  };
  const record = { log: 'clicks.v1', partition: 0, offset: 0, key: undefined, by: 'buyers' };
  const appended = event('appended', 0, record);
  const settled = (outcome: 'accepted' | 'released' | 'rejected' | 'lock-expired' | 'archived') =>
    event('record-settled', S, { ...record, group: 'readers', member: 'readers-1', outcome });

  it.each(['released', 'lock-expired'] as const)('has a record still to do that is %s', (how) => {
    const report = reportOf([produced, appended, settled(how)], 2 * S, sharing());
    expect(report).toMatchObject({ waiting: 1, lost: 0 });
    expect(report.groups.readers?.lag.end).toBe(1);
  });

  it.each(['rejected', 'archived', 'accepted'] as const)(
    'has lost a record that is %s and that nobody finished',
    (how) => {
      const report = reportOf([produced, appended, settled(how)], 2 * S, sharing());
      expect(report).toMatchObject({ waiting: 0, lost: 1 });
      expect(report.groups.readers?.lag).toEqual({ max: 1, end: 0 });
    },
  );
});

describe('a single metric, as alarms ask for it', () => {
  it('is what the whole report says', () => {
    const observer = new ReportObserver(scenario());
    const sale = event('effect', S, { store: 'stock', operation: 'write', outcome: 'applied' });
    const request = event('queue-request', 0, {
      action: 'SendMessage',
      units: 3,
      messages: 1,
      refused: undefined,
    });
    const sent = event('sent', 0, { visibleAt: 0, by: 'buyers' });
    for (const one of [produced, sent, request, sale, sale]) observer.see(one);
    const report = observer.report(2 * S);
    for (const path of ['produced', 'accepted', 'waiting', 'lost', 'duplicates', 'shed'] as const)
      expect(observer.value(path, 2 * S)).toBe(report[path]);
    expect(observer.value('throughput', 2 * S)).toBe(report.throughput);
    expect(observer.value('cost.dollars', 2 * S)).toBe(report.cost.dollars);
    expect(observer.value('cost.requests', 2 * S)).toBe(3);
    expect(observer.value('latency.p99', 2 * S)).toBeUndefined();
    expect(observer.value('queues.orders.depth.end', 2 * S)).toBe(1);
    expect(observer.value('nothing', 2 * S)).toBeUndefined();
  });
});
