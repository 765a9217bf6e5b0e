import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

interface LogOf {
  readonly group?: string;
  readonly count?: number;
  readonly faults?: string;
  readonly more?: string;
  readonly runFor?: string;
}

/** Ten records in one partition at second 10; each takes a second. */
function read({ group = '', count = 1, faults = '[]', more = '', runFor = '2m' }: LogOf) {
  return play(`
runFor: ${runFor}
logs: { clicks: { partitions: 1 } }
queues: { dead: {} }
stores: { ledger: { latency: 0s } }
producers: { site: { sendsTo: clicks, arrivals: { burst: { count: 10, at: 10s } } } }
consumers:
  readers: { receivesFrom: clicks, count: ${count}, batch: 5, service: 1s, effect: { write: ledger }, group: { sessionTimeout: 10s ${group} } ${more} }
faults: ${faults}
`);
}

const offsets = (events: readonly { readonly committedOffset: number; readonly at: number }[]) =>
  events.map(({ committedOffset, at }) => `${committedOffset} at ${at / 1e6}`);

describe('a member of a consumer group', () => {
  it('commits after the work of each poll', () => {
    const { of, report } = read({ group: '' });
    const [first, ...rest] = offsets(of('committed'));
    expect(of('fetched').map(({ from, to }) => `${from}-${to}`)).toEqual(['0-1', '1-6', '6-10']);
    expect([first, ...rest]).toEqual(['1 at 11', '6 at 16', '10 at 20']);
    expect([report.done, report.duplicates]).toEqual([10, 0]);
  });

  it('dies after the work and before the commit: all of the poll is done again', () => {
    const { of, report } = read({ faults: '[{ crash: readers, at: 14500ms, for: 2s }]' });
    expect(of('member-left').map(({ because }) => because)).toEqual(['session-timeout']);
    const again = of('effect').filter(({ trace }) => trace === 'site-2');
    expect(again).toHaveLength(2);
    // Nobody reads until its session timed out.
    expect(again[1]?.at).toBeGreaterThan(20e6);
    expect([report.done, report.duplicates, report.lost]).toEqual([10, 3, 0]);
  });

  it('commits before the work: what it had when it died is lost', () => {
    const { report } = read({
      group: ', commit: before',
      faults: '[{ crash: readers, at: 14500ms, for: 2s }]',
    });
    expect([report.done, report.duplicates, report.lost]).toEqual([8, 0, 2]);
  });

  it('commits every few seconds when it does so on its own', () => {
    const { of } = read({ group: ', commit: auto, autoCommitInterval: 8s' });
    const times = of('committed').map(inSeconds);
    for (const [index, at] of times.entries())
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(8);
    expect(of('committed').at(-1)?.committedOffset).toBe(10);
  });

  it('reads a record that fails again, and what is behind it waits', () => {
    const { of, report } = read({
      group: ', skipAfter: 3, deadLetters: dead',
      faults: '[{ poison: site, items: site-4 }]',
    });
    const attempts = of('work-started').filter(({ trace }) => trace === 'site-4');
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const fifth = of('work-started').find(({ trace }) => trace === 'site-5');
    expect(fifth?.at).toBeGreaterThan(attempts[2]?.at ?? Number.POSITIVE_INFINITY);
    expect(of('sent').map(({ queue, trace }) => `${queue} ${trace}`)).toEqual(['dead site-4']);
    expect([report.done, report.deadLettered, report.lost]).toEqual([9, 1, 0]);
  });

  it('skips it without a trace when there is no place for dead letters', () => {
    const { report } = read({
      group: ', skipAfter: 2',
      faults: '[{ poison: site, items: site-4 }]',
    });
    expect([report.done, report.lost]).toEqual([9, 1]);
  });

  it('counts the attempts also where the position is written before the work', () => {
    const { of, report } = read({
      group: ', commit: before, skipAfter: 3, deadLetters: dead',
      faults: '[{ poison: site, items: site-4 }]',
    });
    const attempts = of('work-started').filter(({ trace }) => trace === 'site-4');
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect([report.done, report.deadLettered, report.lost]).toEqual([9, 1, 0]);
  });

  it('forgets the failures of what is committed: a replay begins anew', () => {
    const { of } = read({
      group: ', skipAfter: 2, replay: { at: 60s, from: earliest }',
      faults: '[{ poison: site, items: site-4 }]',
    });
    const failures = of('work-ended').filter(({ outcome }) => outcome === 'failed');
    expect(failures.map(({ at, trace }) => [at > 60e6, trace])).toEqual([
      [false, 'site-4'],
      [false, 'site-4'],
      [true, 'site-4'],
      [true, 'site-4'],
    ]);
  });

  it('tries for ever when nothing else is said: the partition stands still', () => {
    const { report, ending } = read({ faults: '[{ poison: site, items: site-4 }]' });
    expect([report.done, report.waiting, ending]).toEqual([3, 7, 'out-of-time']);
  });

  it('stands still for longer than its session: another takes over, and both do the work', () => {
    const { of, report } = read({
      count: 2,
      faults: '[{ pause: readers, at: 12500ms, for: 30s }]',
    });
    expect(of('partitions-revoked').some(({ lost }) => lost)).toBe(true);
    expect(report.duplicates).toBeGreaterThan(0);
    expect(report.done).toBe(10);
  });

  it('that was put out while it had nothing to do joins again', () => {
    const { of, report } = play(`
runFor: 2m
logs: { clicks: { partitions: 1 } }
producers: { site: { sendsTo: clicks, arrivals: { trace: [5s, 60s] } } }
consumers: { readers: { receivesFrom: clicks, group: { sessionTimeout: 10s } } }
faults: [{ split: readers, at: 10s, for: 20s }]
`);
    expect(of('member-left')).toHaveLength(1);
    expect(report.done).toBe(2);
  });

  it('is back while its old self still holds the partition, and works when that is given up', () => {
    const { of, report, ending } = play(`
runFor: 1m
logs: { clicks: { partitions: 2 } }
producers: { site: { sendsTo: clicks, key: "k{1..9}", arrivals: { constant: 5/s } } }
consumers: { readers: { receivesFrom: clicks, count: 2, group: { protocol: consumer, sessionTimeout: 10s } } }
faults: [{ crash: readers, at: 20s, for: 2s }]
`);
    expect(of('member-left')).toHaveLength(1);
    expect([report.waiting, ending]).toEqual([0, 'done']);
  });

  it('replays from where it is told, with the group stopped for it', () => {
    const { of, report } = read({ group: ', replay: { at: 60s, from: earliest }' });
    expect(of('offset-reset').map(({ because, to }) => `${because} ${to}`)).toContain('replay 0');
    expect(of('effect')).toHaveLength(20);
    expect([report.done, report.duplicates]).toEqual([10, 10]);
  });

  it('that is back while the network is split joins when the split is over', () => {
    const { of } = read({
      faults: '[{ split: readers, at: 11s, for: 40s }, { crash: readers, at: 13s, for: 2s }]',
    });
    const joins = of('rebalance-started').filter(({ because }) => because === 'joined');
    expect(joins.map(inSeconds).filter((at) => at > 12)).toEqual([51]);
  });

  it('KFK-12: waits with a replay until the session of a member that died is over', () => {
    const { of } = read({
      group: ', replay: { at: 60s, from: earliest }',
      faults: '[{ crash: readers, at: 58s, for: 1s }]',
    });
    const resets = of('offset-reset').filter(({ because }) => because === 'replay');
    expect(resets.map(({ to }) => to)).toEqual([0]);
    // Its last heartbeat was at 57 s, and its session lasts 10 s.
    expect(resets[0]?.at).toBe(67e6);
    expect(of('effect')).toHaveLength(20);
  });
});
