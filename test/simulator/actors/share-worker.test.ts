import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

function shared(faults: string, more = '') {
  return play(`
runFor: 5m
logs: { jobs: { partitions: 1 } }
stores: { ledger: { latency: 0s } }
producers: { web: { sendsTo: jobs, arrivals: { burst: { count: 6, at: 10s } } } }
consumers: { workers: { receivesFrom: jobs, share: true, count: 3, service: 1s, effect: { write: ledger } ${more} } }
faults: ${faults}
`);
}

describe('a member of a share group', () => {
  it('takes records of one partition beside others, and acknowledges each on its own', () => {
    const { of, report } = shared('[]');
    expect(of('effect').map(inSeconds)).toEqual([11, 11, 11, 12, 12, 12]);
    expect(of('record-settled').filter(({ outcome }) => outcome === 'accepted')).toHaveLength(6);
    expect(report.done).toBe(6);
  });

  it('releases what failed, so that it is tried again at once, five times in all', () => {
    const { of, report } = shared('[{ poison: web, items: web-3 }]');
    const attempts = of('work-started').filter(({ trace }) => trace === 'web-3');
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
    expect(of('record-settled').filter(({ outcome }) => outcome === 'archived')).toHaveLength(1);
    expect([report.done, report.lost]).toEqual([5, 1]);
  });

  it('holds what it had when it died until the lock ends', () => {
    const { of, report } = shared('[{ crash: workers, at: 10500ms, for: 2s }]');
    const [expired] = of('record-settled').filter(({ outcome }) => outcome === 'lock-expired');
    expect(inSeconds(expired ?? { at: 0 })).toBe(40);
    expect([report.done, report.duplicates, report.waiting]).toEqual([6, 0, 0]);
  });

  it('that stands still beyond the lock does the work beside another', () => {
    const { report } = shared('[{ pause: workers, at: 10500ms, for: 60s }]');
    expect([report.done, report.duplicates]).toEqual([6, 1]);
  });
});
