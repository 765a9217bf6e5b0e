import type { Micros } from '../engine/time.ts';

/** How long something takes, drawn anew each time. */
export type Duration =
  | { readonly kind: 'constant'; readonly value: Micros }
  | { readonly kind: 'exponential'; readonly mean: Micros }
  | { readonly kind: 'uniform'; readonly min: Micros; readonly max: Micros }
  | { readonly kind: 'lognormal'; readonly p50: Micros; readonly p99: Micros }
  /** Drawn from these with equal chances. */
  | { readonly kind: 'empirical'; readonly values: readonly Micros[] }
  /** These, in order; then from the start again. */
  | { readonly kind: 'sequence'; readonly values: readonly Micros[] };

/** When items arrive; rates are a second. Random ones are Poisson processes, whose rate may change with time. */
export type Arrivals =
  /** Evenly spaced. */
  | { readonly kind: 'constant'; readonly rate: number }
  | { readonly kind: 'poisson'; readonly rate: number }
  /** From one rate to the other within `over`, then on at the last. */
  | { readonly kind: 'ramp'; readonly from: number; readonly to: number; readonly over: Micros }
  | {
      readonly kind: 'spike';
      readonly base: number;
      readonly peak: number;
      readonly at: Micros;
      readonly for: Micros;
    }
  /** All at once. */
  | { readonly kind: 'burst'; readonly count: number; readonly at: Micros }
  /** At exactly these moments. */
  | { readonly kind: 'trace'; readonly times: readonly Micros[] };

/**
 * A name that differs from item to item. `{1..40}` in a text draws a whole number, `{n}` is the item's number from 1,
 * `{trace}` the item's name.
 */
export type Label =
  | { readonly kind: 'text'; readonly template: string }
  /** One of these, by weight; each may hold what a text may. */
  | {
      readonly kind: 'choose';
      readonly weights: readonly (readonly [label: string, weight: number])[];
    };
