import type { Chance } from '../broker/world.ts';
import { exponentialQuantile, type Micros, SECOND } from '../engine/index.ts';
import type { Arrivals } from '../settings/amounts.ts';
import { growingRate, type RateSegment } from './growing-rate.ts';

/** When the next item arrives: never before the last one; undefined when there is none any more. */
export type NextArrival = () => Micros | undefined;

/** The arrivals from time 0 on. Random ones take one draw from the stream each, the others none. */
export function arrivalsOf(arrivals: Arrivals, stream: Chance): NextArrival {
  switch (arrivals.kind) {
    case 'constant':
      return evenlySpaced(arrivals.rate);
    case 'poisson':
      return poisson([steady(arrivals.rate, Number.POSITIVE_INFINITY)], stream);
    case 'ramp':
      return poisson(
        [
          { from: arrivals.from, to: arrivals.to, length: arrivals.over / SECOND },
          steady(arrivals.to, Number.POSITIVE_INFINITY),
        ],
        stream,
      );
    case 'spike':
      return poisson(
        [
          steady(arrivals.base, arrivals.at / SECOND),
          steady(arrivals.peak, arrivals.for / SECOND),
          steady(arrivals.base, Number.POSITIVE_INFINITY),
        ],
        stream,
      );
    case 'burst':
      return burst(arrivals.count, arrivals.at);
    case 'trace':
      return inOrder(arrivals.times);
  }
}

/** The n-th at n / rate, counted from 1: rounded from there each time, so nothing adds up. */
function evenlySpaced(rate: number): NextArrival {
  let arrived = 0;
  return () => {
    arrived += 1;
    return moment(arrived / rate);
  };
}

/**
 * A Poisson process whose rate changes. The expected number of arrivals until the n-th is a sum of n exponentials of mean 1;
 * the n-th comes when the growing rate has come to that number. Exact for every rate, and without a draw thrown away.
 */
function poisson(segments: readonly RateSegment[], stream: Chance): NextArrival {
  const advance = growingRate(segments);
  return () => moment(advance(exponentialQuantile(stream.uniform())));
}

/** Never, when it is later than can be counted. */
function moment(seconds: number): Micros | undefined {
  const time = Math.round(seconds * SECOND);
  return Number.isSafeInteger(time) ? time : undefined;
}

function steady(rate: number, length: number): RateSegment {
  return { from: rate, to: rate, length };
}

function burst(count: number, at: Micros): NextArrival {
  let left = count;
  return () => {
    if (left <= 0) return undefined;
    left -= 1;
    return at;
  };
}

function inOrder(times: readonly Micros[]): NextArrival {
  const sorted = [...times].sort((a, b) => a - b);
  let next = 0;
  return () => {
    next += 1;
    return sorted[next - 1];
  };
}
