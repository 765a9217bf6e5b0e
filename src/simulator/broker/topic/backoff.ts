import type { Micros } from '../../engine/time.ts';
import type { DeliveryPolicy } from './settings.ts';

/** How far from the first retry's delay (0) to the last one's (1) the delay of retry `step` of 0 to `last` is. */
type Shape = (step: number, last: number) => number;

/**
 * The service draws its four functions as curves from the smallest to the largest delay and gives no formula. Here the delay
 * grows by the same amount each time (linear), by an amount that itself grows by the same (arithmetic), or by one that
 * doubles (exponential); the geometric one is multiplied by the same factor each time.
 */
const SHAPES: Readonly<Record<Exclude<DeliveryPolicy['backoffFunction'], 'geometric'>, Shape>> = {
  linear: (step, last) => step / last,
  arithmetic: (step, last) => (step * (step + 1)) / (last * (last + 1)),
  exponential: (step, last) => (power(2, step) - 1) / (power(2, last) - 1),
};

/** The delays of the backoff phase, from the smallest to the largest. */
export function backoffDelays(
  backoffFunction: DeliveryPolicy['backoffFunction'],
  count: number,
  min: Micros,
  max: Micros,
): Micros[] {
  const last = Math.max(1, count - 1);
  const steps = Array.from({ length: count }, (_, step) => step);
  if (backoffFunction === 'geometric') {
    const factor = root(max / min, last);
    return steps.map((step) => Math.round(min * power(factor, step)));
  }
  const shape = SHAPES[backoffFunction];
  return steps.map((step) => Math.round(min + (max - min) * shape(step, last)));
}

/** Math.pow may differ between machines; multiplying may not. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let done = 0; done < exponent; done += 1) result *= base;
  return result;
}

/** The number whose power is `value`, which is at least 1: halves the interval until no double is left in between. */
function root(value: number, exponent: number): number {
  let low = 1;
  let high = value;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return low;
    if (power(middle, exponent) <= value) low = middle;
    else high = middle;
  }
}
