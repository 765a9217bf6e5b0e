import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Service } from '../../../src/simulator/actors/service.ts';
import { EventCalendar, RandomStreams } from '../../../src/simulator/engine/index.ts';
import type { CallEnded, CallWasted } from '../../../src/simulator/events/index.ts';
import { runs } from '../../fixtures/runs.ts';

const station = fc.record({
  seed: fc.nat(),
  servers: fc.integer({ min: 1, max: 5 }),
  mean: fc.integer({ min: 0, max: 2_000 }),
  queueLimit: fc.option(fc.nat({ max: 10 }), { nil: undefined }),
  rateLimit: fc.option(
    fc.record({ rate: fc.integer({ min: 1, max: 5_000 }), burst: fc.integer({ min: 1, max: 5 }) }),
    { nil: undefined },
  ),
  availability: fc.constantFrom(1, 0.9, 0.1),
  timeout: fc.option(fc.nat({ max: 5_000 }), { nil: undefined }),
  gaps: fc.array(fc.nat({ max: 1_500 }), { minLength: 1, maxLength: 100, size: 'max' }),
  outage: fc.record({ from: fc.nat({ max: 40_000 }), length: fc.nat({ max: 20_000 }) }),
});

describe("Little's law as an identity", () => {
  it('holds in whole microseconds, with refusals, failures, timeouts and an outage', () => {
    fc.assert(
      fc.property(station, ({ seed, gaps, timeout, outage, mean, ...settings }) => {
        const calendar = new EventCalendar();
        const streams = new RandomStreams(seed);
        const inside = new NumberInside();
        const ended: CallEnded[] = [];
        const emit = (event: CallEnded | CallWasted) => {
          if (event.kind === 'call-wasted') return;
          ended.push(event);
          inside.change(event.at, -1);
        };
        const service = new Service(
          { timers: calendar, random: (name) => streams.stream(name), emit },
          'station',
          { ...settings, latency: { kind: 'exponential', mean }, calls: [] },
          () => undefined,
        );
        let at = 0;
        for (const gap of gaps) {
          at += gap;
          calendar.at(at, (now) => {
            inside.change(now, 1);
            service.call(now, { caller: 'c', trace: 't', timeout }, () => undefined);
          });
        }
        calendar.at(outage.from, () => service.goDown());
        calendar.at(outage.from + outage.length, (now) => service.comeBack(now));
        while (calendar.step());
        const stays = ended.reduce((sum, event) => sum + (event.at - event.startedAt), 0);
        expect(ended).toHaveLength(gaps.length);
        expect(inside.now).toBe(0);
        expect(inside.area).toBe(stays);
      }),
      runs(1_000),
    );
  });
});

/** How many are inside, and the area below it. */
class NumberInside {
  now = 0;
  area = 0;
  #since = 0;

  change(at: number, by: number): void {
    this.area += this.now * (at - this.#since);
    this.#since = at;
    this.now += by;
  }
}
