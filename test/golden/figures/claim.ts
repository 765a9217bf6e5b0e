import type { Change } from '../../../src/simulator/scenario/index.ts';
import type { Scenario } from '../../../src/simulator/settings/scenario.ts';
import type { Figure } from './figure.ts';

/** A metric of a run, by its path, in the report's units: microseconds, shares, dollars. */
export type Ask = (metric: string) => number;

/** The runs that a story may speak of. */
export interface Runs {
  /** As it stands, with its defaults. */
  readonly scenario: Scenario;
  /** Of the scenario as it stands. */
  readonly now: Ask;
  /** With its remedy. */
  readonly mended: Ask;
  /** With other changes; of another scenario when a name is given. */
  readonly changed: (changes: readonly Change[], scenario?: string) => Ask;
  readonly passes: (changes: readonly Change[]) => boolean;
  /** How many strikes of faults are enough to make the check fail. */
  readonly fewestFaults: (metric: string) => number;
}

/** What a run or some arithmetic came to; a metric of the scenario as it stands when only a name. */
type Quantity = string | ((runs: Runs) => number);

/** Rounded as the figure is written; or up; or within a share of the figure. */
interface Measured {
  readonly quantity: Quantity;
  readonly how: 'rounded' | 'up' | number;
}

/** Where a figure comes from. */
export type Claim =
  | Quantity
  | Measured
  /** It is the amount in a change after which the checks hold, or don't. */
  | { readonly change: Change; readonly passes: boolean }
  /** The statement of a semantic has it. */
  | { readonly semantic: string }
  /** A check of the scenario asks for it. */
  | { readonly asked: true }
  /** It says nothing about runs or services that a program could look up; why. */
  | { readonly said: string };

export const up = (quantity: Quantity): Claim => ({ quantity, how: 'up' });
export const near = (quantity: Quantity, share = 0.02): Claim => ({ quantity, how: share });
export const fact = (semantic: string): Claim => ({ semantic });
export const asked: Claim = { asked: true };
export const said = (why: string): Claim => ({ said: why });
export const breaks = (path: string, value: string): Claim => ({
  change: { path, value },
  passes: false,
});
export const holds = (path: string, value: string): Claim => ({
  change: { path, value },
  passes: true,
});
export const mended =
  (metric: string): Quantity =>
  (runs) =>
    runs.mended(metric);
export const changed =
  (path: string, value: string, metric: string): Quantity =>
  (runs) =>
    runs.changed([{ path, value }])(metric);

/** What is wrong with a figure that stands for a run or for arithmetic; undefined when nothing is. */
export function misfit(figure: Figure, claim: Claim, runs: Runs): string | undefined {
  if (typeof claim !== 'object')
    return mismeasured(figure, { quantity: claim, how: 'rounded' }, runs);
  if ('quantity' in claim) return mismeasured(figure, claim, runs);
  if (!('change' in claim) || runs.passes([claim.change]) === claim.passes) return undefined;
  const { change, passes } = claim;
  return `with ${change.path}=${change.value} the checks ${passes ? 'fail' : 'hold'}`;
}

function mismeasured(figure: Figure, measured: Measured, runs: Runs): string | undefined {
  const { quantity } = measured;
  const isMetric = typeof quantity === 'string';
  const value = isMetric ? runs.now(quantity) : quantity(runs);
  if (fits(figure, measured, value)) return undefined;
  return `${isMetric ? quantity : 'it'} is ${inItsUnit(figure, value)}`;
}

/** Binary fractions are off by this much. */
const OFF = 1e-9;

function fits(figure: Figure, { how }: Measured, value: number): boolean {
  const over = figure.value - value;
  if (typeof how === 'number') return Math.abs(over) <= how * figure.value;
  const slack = OFF * Math.abs(figure.value);
  if (how === 'up') return over >= -slack && over < lastDigit(figure) + slack;
  return Math.abs(over) <= figure.step / 2 + slack;
}

/** One of the last digit that is no zero: of 160 ms, 10 ms. */
function lastDigit({ value, step }: Figure): number {
  let digit = step;
  while (Math.round(value / step) % ((digit / step) * 10) === 0) digit *= 10;
  return digit;
}

function inItsUnit({ dimension }: Figure, value: number): string {
  if (dimension === 'time') return `${value / 1e6} s`;
  if (dimension === 'share') return `${value * 100} %`;
  return `${dimension === 'money' ? '$' : ''}${value}`;
}
