import { describe, expect, it } from 'vitest';
import { inSeconds, play } from './play.ts';

function call(
  client: string,
  service: string,
  faults = '[]',
  arrivals = '{ burst: { count: 1, at: 10s } }',
) {
  return play(`
runFor: 1m
services: { bank: { ${service} } }
producers: { shop: { sendsTo: bank, arrivals: ${arrivals} ${client} } }
faults: ${faults}
`);
}

describe('a caller', () => {
  it('waits for an answer no longer than its timeout, and tries again', () => {
    const { of, report } = call(
      ', timeout: 1s, retry: { attempts: 3, backoff: 500ms, jitter: false }',
      'latency: 5s, servers: 9',
    );
    expect(of('call-ended').map(({ at, outcome }) => `${outcome} ${at / 1e6}`)).toEqual([
      'timeout 11',
      'timeout 12.5',
      'timeout 14.5',
    ]);
    expect(of('produce-failed')).toMatchObject([{ at: 14.5e6, code: 'timeout', attempts: 3 }]);
    expect([report.done, report.rejected]).toEqual([0, 1]);
  });

  it('is done with the first good answer', () => {
    const { of, report } = call(
      ', timeout: 1s, retry: { attempts: 9, backoff: 1s, jitter: false }',
      'latency: 100ms',
      '[{ down: bank, at: 9s, for: 3s }]',
    );
    expect(of('call-ended').at(-1)).toMatchObject({ outcome: 'ok' });
    expect(of('call-ended').filter(({ outcome }) => outcome === 'ok')).toHaveLength(1);
    expect(report.done).toBe(1);
  });

  it('tries once when nothing is said', () => {
    expect(
      call('', 'availability: 0')
        .of('call-ended')
        .map(({ outcome }) => outcome),
    ).toEqual(['error']);
  });

  it('spares a service that fails: the breaker answers in its place', () => {
    const { of } = call(
      ', breaker: { failures: 2, openFor: 20s }',
      'availability: 0, latency: 1ms',
      '[]',
      '{ constant: 1/s }',
    );
    const counts = (wanted: string) =>
      of('call-ended').filter(({ outcome }) => outcome === wanted).length;
    expect(counts('error')).toBeLessThan(6);
    expect(counts('breaker-open')).toBeGreaterThan(50);
    expect(of('breaker-state')[0]).toMatchObject({ owner: 'shop', service: 'bank', state: 'open' });
  });
});

describe('a synchronous chain', () => {
  const chain = (availability: string) =>
    play(`
runFor: 10m
services:
  front: { servers: 50, latency: 10ms, availability: ${availability}, calls: [stock, bank] }
  stock: { servers: 50, latency: 20ms, availability: ${availability} }
  bank: { servers: 50, latency: 30ms, availability: ${availability} }
producers: { web: { sendsTo: front, arrivals: { constant: 20/s } } }
`);

  it('adds up the latencies', () => {
    const { report } = chain('100%');
    expect([report.latency.p50, report.latency.p99]).toEqual([60_000, 60_000]);
    expect(report.rejected).toBe(0);
  });

  it('multiplies the availabilities', () => {
    const { report } = chain('90%');
    expect(report.produced).toBeGreaterThan(10_000);
    expect((report.done ?? 0) / (report.produced ?? 1)).toBeCloseTo(0.9 ** 3, 1);
    expect(report.services.bank?.calls).toBeLessThan(report.services.stock?.calls ?? 0);
  });

  it('tells each call to whom it belongs', () => {
    const { of } = chain('100%');
    const first = of('call-ended').filter(({ trace }) => trace === 'web-1');
    expect(
      first.map(({ service, caller, at }) => `${caller} -> ${service} ${inSeconds({ at })}`),
    ).toEqual(['front -> stock 0.08', 'front -> bank 0.11', 'web -> front 0.11']);
  });
});
