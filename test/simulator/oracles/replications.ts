import { mean, sampleStandardDeviation } from 'simple-statistics';
import { arrivalsOf } from '../../../src/simulator/actors/arrivals.ts';
import { SECOND } from '../../../src/simulator/engine/index.ts';
import type { CallEnded } from '../../../src/simulator/events/index.ts';
import type { ServiceSettings } from '../../../src/simulator/settings/world.ts';
import { runStation } from './station.ts';

export const UTILISATIONS = [0.5, 0.8, 0.9, 0.95] as const;

/** Seeds 1 to 20: fixed, so what holds once holds always. */
export const REPLICATIONS = 20;

/** Seen from an empty start; the first customers find it emptier than the later ones do. */
const WARM_UP = 0.1;

export interface Replications {
  /** Over all seeds. */
  readonly mean: number;
  /** Its standard error, from the differences between the seeds. */
  readonly error: number;
}

export interface Queueing {
  /** Customers a mean service, which is a second. */
  readonly load: number;
  readonly settings: Partial<ServiceSettings>;
  /** For each seed. */
  readonly customers: number;
}

type Measure = (event: CallEnded) => number;

/** The means of measures of each customer over the seeds. Arrivals are Poisson. */
export function replicate<Name extends string>(
  queueing: Queueing,
  measures: Readonly<Record<Name, Measure>>,
): Record<Name, Replications> {
  const names = Object.keys(measures) as Name[];
  const runs = Array.from({ length: REPLICATIONS }, (_, index) =>
    meansOf(queueing, index + 1, Object.values<Measure>(measures)),
  );
  return Object.fromEntries(
    names.map((name, column) => [name, summary(runs.map((means) => means[column] ?? 0))]),
  ) as Record<Name, Replications>;
}

/** The means of one run. */
export function meansOf(
  { load, settings, customers }: Queueing,
  seed: number,
  measures: readonly Measure[],
): number[] {
  const skipped = customers - counted(customers);
  const sums = measures.map(() => 0);
  let left = 0;
  runStation({
    settings,
    arrivals: (stream) => arrivalsOf({ kind: 'poisson', rate: load }, stream),
    seed,
    customers,
    see: (event) => {
      left += 1;
      if (left <= skipped) return;
      for (const [column, measure] of measures.entries())
        sums[column] = (sums[column] ?? 0) + measure(event);
    },
  });
  return sums.map((sum) => sum / counted(customers));
}

/** How many standard errors the mean is from what it should be. */
export function deviation({ mean: found, error }: Replications, exact: number): number {
  return Math.abs(found - exact) / error;
}

/** Customers of a run that are counted. */
export function counted(customers: number): number {
  return customers - Math.floor(customers * WARM_UP);
}

/** How long it waited in line, in mean services. */
export function wait(event: CallEnded): number {
  return event.waited / SECOND;
}

function summary(values: readonly number[]): Replications {
  return {
    mean: mean([...values]),
    error: sampleStandardDeviation([...values]) / Math.sqrt(REPLICATIONS),
  };
}
