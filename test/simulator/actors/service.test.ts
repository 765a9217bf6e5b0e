import { describe, expect, it } from 'vitest';
import { type CallRequest, Service } from '../../../src/simulator/actors/service.ts';
import { EventCalendar, RandomStreams } from '../../../src/simulator/engine/index.ts';
import type { CallEnded, CallWasted } from '../../../src/simulator/events/index.ts';
import type { ServiceSettings } from '../../../src/simulator/settings/world.ts';

describe('a service', () => {
  it('works on as many calls at once as it has servers, the others wait in order', () => {
    const town = new Town({ shop: { servers: 2, latency: { kind: 'constant', value: 10 } } });
    for (const trace of ['a', 'b', 'c', 'd', 'e']) town.callAt(0, 'shop', { trace });
    expect(town.run()).toEqual([
      'a ok 0-10',
      'b ok 0-10',
      'c ok 0-20 waited 10',
      'd ok 0-20 waited 10',
      'e ok 0-30 waited 20',
    ]);
  });

  it('answers each caller once, when and as the event says', () => {
    const latency = { kind: 'constant' as const, value: 10 };
    const town = new Town({ shop: { latency, queueLimit: 2, availability: 0.5 } });
    for (let call = 0; call < 20; call += 1)
      town.callAt(call * 3, 'shop', {
        trace: `c-${call}`,
        timeout: call % 2 === 0 ? 12 : undefined,
      });
    town.run();
    expect(new Set(town.answers.map(({ outcome }) => outcome))).toEqual(
      new Set(['ok', 'error', 'rejected', 'timeout']),
    );
    expect(town.answers).toEqual(
      town.ended.map(({ at, outcome, trace }) => ({ at, outcome, trace })),
    );
    expect(new Set(town.answers.map(({ trace }) => trace)).size).toBe(20);
    expect(town.answers).toHaveLength(20);
  });

  it('rejects at once what finds the line full', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 }, queueLimit: 1 } });
    for (const trace of ['a', 'b', 'c']) town.callAt(0, 'shop', { trace });
    town.callAt(11, 'shop', { trace: 'd' });
    expect(town.run()).toEqual([
      'c rejected 0-0',
      'a ok 0-10',
      'b ok 0-20 waited 10',
      'd ok 11-30 waited 9',
    ]);
  });

  it('answers 429 beyond its rate', () => {
    const town = new Town({ shop: { servers: 9, rateLimit: { rate: 1_000, burst: 2 } } });
    for (const time of [0, 0, 0, 999, 1_000]) town.callAt(time, 'shop', { trace: `at ${time}` });
    expect(town.run()).toEqual([
      'at 0 rate-limited 0-0',
      'at 0 ok 0-0',
      'at 0 ok 0-0',
      'at 999 rate-limited 999-999',
      'at 1000 ok 1000-1000',
    ]);
  });

  it('lets the caller go when its patience ends, and works on', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 } } });
    town.callAt(0, 'shop', { trace: 'a', timeout: 4 });
    town.callAt(1, 'shop', { trace: 'b', timeout: 4 });
    town.callAt(2, 'shop', { trace: 'c' });
    expect(town.run()).toEqual(['a timeout 0-4', 'b timeout 1-5 waited 4', 'c ok 2-30 waited 18']);
    expect(town.wasted.map(({ trace, at, leftAt }) => [trace, at, leftAt])).toEqual([
      ['a', 10, 4],
      ['b', 20, 5],
    ]);
  });

  it('answers in time when the answer comes just before the patience ends', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 } } });
    town.callAt(0, 'shop', { trace: 'a', timeout: 11 });
    expect(town.run()).toEqual(['a ok 0-10']);
  });

  it('fails as often as its availability says', () => {
    const town = new Town({ shop: { servers: 10_000, availability: 0.99 } });
    for (let call = 0; call < 10_000; call += 1) town.callAt(0, 'shop', { trace: 'x' });
    const failed = town.run().filter((line) => line.startsWith('x error')).length;
    expect(Math.abs(failed - 100)).toBeLessThan(4 * Math.sqrt(99));
  });

  it('takes as many times as long as a fault says', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 } } });
    town.service('shop').factor = 2.5;
    town.callAt(0, 'shop', { trace: 'slow' });
    town.at(20, () => {
      town.service('shop').factor = 1;
    });
    town.callAt(30, 'shop', { trace: 'usual' });
    expect(town.run()).toEqual(['slow ok 0-25', 'usual ok 30-40']);
  });
});

describe('a chain of services', () => {
  const link = (value: number, calls: readonly string[], availability = 1) => ({
    servers: 100_000,
    latency: { kind: 'constant' as const, value },
    calls,
    availability,
  });

  it('adds the latencies up, and names the caller of each call', () => {
    const town = new Town({ a: link(5, ['b', 'c']), b: link(7, []), c: link(11, []) });
    town.callAt(0, 'a', { trace: 'x' });
    expect(town.run()).toEqual(['x ok 5-12', 'x ok 12-23', 'x ok 0-23']);
    expect(town.ended.map(({ caller, service }) => `${caller} > ${service}`)).toEqual([
      'a > b',
      'a > c',
      'client > a',
    ]);
  });

  it('multiplies the availabilities', () => {
    const town = new Town({
      a: link(1, ['b', 'c'], 0.9),
      b: link(1, [], 0.9),
      c: link(1, [], 0.9),
    });
    const calls = 20_000;
    for (let call = 0; call < calls; call += 1) town.callAt(0, 'a', { trace: 'x' });
    town.run();
    const answered = town.ended.filter(
      ({ service, outcome }) => service === 'a' && outcome === 'ok',
    );
    const exact = 0.9 ** 3;
    expect(Math.abs(answered.length / calls - exact)).toBeLessThan(
      4 * Math.sqrt((exact * (1 - exact)) / calls),
    );
  });

  it('holds its own server until the last link has answered', () => {
    const town = new Town({ a: { ...link(1, ['b']), servers: 1 }, b: link(10, []) });
    town.callAt(0, 'a', { trace: 'x' });
    town.callAt(0, 'a', { trace: 'y' });
    expect(town.run().filter((line) => line.includes(' 0-'))).toEqual([
      'x ok 0-11',
      'y ok 0-22 waited 11',
    ]);
  });

  it('goes no further after a link that failed', () => {
    const town = new Town({ a: link(1, ['b', 'c']), b: link(1, [], 0), c: link(1, []) });
    town.callAt(0, 'a', { trace: 'x' });
    expect(town.run()).toEqual(['x error 1-2', 'x error 0-2']);
  });
});

describe('a service that is down', () => {
  it('answers nothing until it is back; what hung then ends as an error', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 } } });
    town.callAt(0, 'shop', { trace: 'in service' });
    town.callAt(1, 'shop', { trace: 'in line' });
    town.at(5, () => town.service('shop').goDown());
    town.callAt(6, 'shop', { trace: 'new' });
    town.callAt(7, 'shop', { trace: 'impatient', timeout: 3 });
    town.at(50, (now) => town.service('shop').comeBack(now));
    town.callAt(60, 'shop', { trace: 'after' });
    expect(town.run()).toEqual([
      'impatient timeout 7-10 waited 3',
      'in line error 1-50 waited 49',
      'new error 6-50 waited 44',
      'in service error 0-50',
      'after ok 60-70',
    ]);
  });

  it('loses what it was working on even when it is back before that would have ended', () => {
    const town = new Town({ shop: { latency: { kind: 'constant', value: 10 } } });
    town.callAt(0, 'shop', { trace: 'lost' });
    town.at(2, () => town.service('shop').goDown());
    town.at(4, (now) => town.service('shop').comeBack(now));
    town.callAt(5, 'shop', { trace: 'fresh' });
    expect(town.run()).toEqual(['lost error 0-10', 'fresh ok 5-15']);
  });

  it('makes those hang that call it', () => {
    const constant = { kind: 'constant' as const, value: 1 };
    const town = new Town({ a: { latency: constant, calls: ['b'] }, b: { latency: constant } });
    town.service('b').goDown();
    town.callAt(0, 'a', { trace: 'x' });
    town.callAt(0, 'a', { trace: 'y', timeout: 5 });
    town.at(9, (now) => town.service('b').comeBack(now));
    expect(town.run()).toEqual([
      'y timeout 0-5 waited 5',
      'x error 1-9 waited 8',
      'x error 0-9',
      'y ok 10-11',
    ]);
  });
});

/** Services that call each other, and clients that call them. */
class Town {
  readonly ended: CallEnded[] = [];
  readonly wasted: CallWasted[] = [];
  /** What the clients heard. */
  readonly answers: { at: number; outcome: string; trace: string }[] = [];
  readonly #calendar = new EventCalendar();
  readonly #services = new Map<string, Service>();

  constructor(services: Readonly<Record<string, Partial<ServiceSettings>>>) {
    const streams = new RandomStreams(1);
    const world = {
      timers: this.#calendar,
      random: (name: string) => streams.stream(name),
      emit: (event: CallEnded | CallWasted) =>
        event.kind === 'call-ended' ? this.ended.push(event) : this.wasted.push(event),
    };
    for (const [name, settings] of Object.entries(services))
      this.#services.set(
        name,
        new Service(world, name, { ...PLAIN, ...settings }, (other) => this.#services.get(other)),
      );
  }

  service(name: string): Service {
    const service = this.#services.get(name);
    if (!service) throw new Error(`no service ${name}`);
    return service;
  }

  at(time: number, run: (now: number) => void): void {
    this.#calendar.at(time, run);
  }

  callAt(time: number, name: string, request: Omit<CallRequest, 'caller'>): void {
    this.at(time, (now) =>
      this.service(name).call(now, { caller: 'client', ...request }, (at, outcome) =>
        this.answers.push({ at, outcome, trace: request.trace }),
      ),
    );
  }

  /** Runs to the end and tells how each call ended. */
  run(): string[] {
    while (this.#calendar.step());
    return this.ended.map(
      ({ trace, outcome, startedAt, at, waited }) =>
        `${trace} ${outcome} ${startedAt}-${at}${waited > 0 ? ` waited ${waited}` : ''}`,
    );
  }
}

const PLAIN: ServiceSettings = {
  servers: 1,
  latency: { kind: 'constant', value: 0 },
  queueLimit: undefined,
  rateLimit: undefined,
  availability: 1,
  calls: [],
};
