import type { Chance } from '../broker/world.ts';
import { exp, exponentialQuantile, log, type Micros, normalQuantile } from '../engine/index.ts';
import type { Duration } from '../settings/amounts.ts';

/** How long it takes this time, in whole microseconds. */
export type DrawDuration = (stream: Chance) => Micros;

/** The 99th percentile of a standard normal. */
const Z_99 = normalQuantile(0.99);

/**
 * A duration's draws. Each takes exactly one draw from the stream, or none where nothing is random, so that runs with other
 * settings stay in step. Values are rounded to the nearest microsecond, which changes the mean m of an exponential by about
 * 1 / (24 m). A sequence has a place of its own for each call of this function.
 */
export function durationOf(duration: Duration): DrawDuration {
  switch (duration.kind) {
    case 'constant':
      return () => duration.value;
    case 'exponential':
      return (stream) => Math.round(duration.mean * exponentialQuantile(stream.uniform()));
    case 'uniform': {
      const values = duration.max - duration.min + 1;
      return (stream) => duration.min + Math.floor(values * stream.uniform());
    }
    case 'lognormal':
      return lognormal(duration.p50, duration.p99);
    case 'empirical':
      return (stream) => valueAt(duration.values, stream.below(duration.values.length));
    case 'sequence': {
      let drawn = 0;
      return () => {
        const value = valueAt(duration.values, drawn % duration.values.length);
        drawn += 1;
        return value;
      };
    }
  }
}

/** The logarithm is normal: its median is the logarithm of p50, and its 99th percentile that of p99. */
function lognormal(p50: Micros, p99: Micros): DrawDuration {
  const sigma = (log(p99) - log(p50)) / Z_99;
  return (stream) => Math.round(p50 * exp(sigma * normalQuantile(stream.uniform())));
}

function valueAt(values: readonly Micros[], index: number): Micros {
  return values[index] ?? 0;
}
