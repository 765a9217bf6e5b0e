import { LN2_HIGH, LN2_LOW } from './logarithm.ts';
import { LARGEST_EXPONENT, powerOfTwo, SMALLEST_EXPONENT } from './powers-of-two.ts';

const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;

/**
 * e to the x, the same to the last bit on every machine (see `log`). x = k ln 2 + r with |r| at most ln 2 / 2; then e^r by its
 * Taylor series up to r^13, which leaves out less than 2^-57, and the result is moved by k binary places. The error stays
 * below 1 unit in the last place.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  const k = Math.round(x / Math.LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return scaled(1 + (high - (low - r * r * tail(r))), k);
}

/** (e^r - 1 - r) / r^2: in two halves, which a processor works out side by side. */
function tail(r: number): number {
  const w = r * r;
  const even =
    1 / 2 +
    w * (1 / 24 + w * (1 / 720 + w * (1 / 40_320 + w * (1 / 3_628_800 + w * (1 / 479_001_600)))));
  const odd =
    1 / 6 +
    w *
      (1 / 120 +
        w * (1 / 5_040 + w * (1 / 362_880 + w * (1 / 39_916_800 + w * (1 / 6_227_020_800)))));
  return even + r * odd;
}

/** x times 2^k, rounded once; k may be one place beyond what a double has. */
function scaled(x: number, k: number): number {
  if (k > LARGEST_EXPONENT) return x * 2 * powerOfTwo(k - 1);
  if (k < SMALLEST_EXPONENT) return (x / 2) * powerOfTwo(k + 1);
  return x * powerOfTwo(k);
}
