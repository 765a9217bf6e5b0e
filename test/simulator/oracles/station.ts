import type { NextArrival } from '../../../src/simulator/actors/arrivals.ts';
import { Service } from '../../../src/simulator/actors/service.ts';
import {
  EventCalendar,
  type RandomStream,
  RandomStreams,
} from '../../../src/simulator/engine/index.ts';
import type { CallEnded } from '../../../src/simulator/events/index.ts';
import type { ServiceSettings } from '../../../src/simulator/settings/world.ts';

/** One server that never fails, with a line without bound. */
const PLAIN: ServiceSettings = {
  servers: 1,
  latency: { kind: 'constant', value: 0 },
  queueLimit: undefined,
  rateLimit: undefined,
  availability: 1,
  calls: [],
};

export interface StationRun {
  readonly settings: Partial<ServiceSettings>;
  /** Made from the run's own stream of arrivals. */
  readonly arrivals: (stream: RandomStream) => NextArrival;
  readonly seed: number;
  readonly customers: number;
  /** Hears of each customer when it leaves. */
  readonly see: (event: CallEnded) => void;
}

/** Lets so many customers through a service of the simulator, until the last has left; gives the number of events. */
export function runStation({ settings, arrivals, seed, customers, see }: StationRun): number {
  const calendar = new EventCalendar();
  const streams = new RandomStreams(seed);
  const world = { timers: calendar, random: (name: string) => streams.stream(name), emit: see };
  const station = new Service(world, 'station', { ...PLAIN, ...settings }, () => undefined);
  const next = arrivals(streams.stream('arrivals'));
  const request = { caller: 'customer', trace: '' };
  let arrived = 0;
  const awaitNext = () => {
    const at = arrived < customers ? next() : undefined;
    if (at !== undefined) calendar.at(at, arrive);
  };
  const arrive = (now: number) => {
    arrived += 1;
    station.call(now, request, leave);
    awaitNext();
  };
  awaitNext();
  while (calendar.step());
  return calendar.processed;
}

function leave(): void {
  // What becomes of a customer is seen in the events.
}
