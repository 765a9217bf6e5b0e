import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '../../../src/simulator/actors/arrivals.ts';
import type { CallEnded } from '../../../src/simulator/events/index.ts';
import { runs } from '../../fixtures/runs.ts';
import { kieferWolfowitz, lindley } from './recursions.ts';
import { runStation } from './station.ts';

/** Times of very different sizes, many of them equal or zero. */
const time = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 1_000 }),
  fc.integer({ min: 0, max: 10_000_000_000 }),
);
const customers = fc.array(fc.record({ gap: time, service: time }), {
  minLength: 1,
  maxLength: 150,
  size: 'max',
});

describe('every customer waits exactly as long', () => {
  it('as by the recursion of Lindley, one server', () => {
    fc.assert(
      fc.property(customers, (path) => {
        const { gaps, services } = columns(path);
        expect(simulated(gaps, services, 1)).toEqual(lindley(gaps, services));
      }),
      runs(1_000),
    );
  });

  it('as by the recursion of Kiefer and Wolfowitz, any number of servers', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 12 }), (path, servers) => {
        const { gaps, services } = columns(path);
        expect(simulated(gaps, services, servers)).toEqual(
          kieferWolfowitz(gaps, services, servers),
        );
      }),
      runs(1_000),
    );
  });
});

function columns(path: readonly { gap: number; service: number }[]) {
  return { gaps: path.map(({ gap }) => gap), services: path.map(({ service }) => service) };
}

/** The customers' waits in the order in which they arrived. */
function simulated(gaps: readonly number[], services: readonly number[], servers: number) {
  let clock = 0;
  const times = gaps.map((gap) => {
    clock += gap;
    return clock;
  });
  const ended: CallEnded[] = [];
  runStation({
    settings: { servers, latency: { kind: 'sequence', values: services } },
    arrivals: (stream) => arrivalsOf({ kind: 'trace', times }, stream),
    seed: 1,
    customers: times.length,
    see: (event) => ended.push(event),
  });
  return inOrderOfArrival(ended).map(({ waited }) => waited);
}

/** The line is in the order of arrival, so who arrived together and waited less came first. */
function inOrderOfArrival(ended: readonly CallEnded[]): CallEnded[] {
  return [...ended].sort((a, b) => a.startedAt - b.startedAt || a.waited - b.waited);
}
