import { powerOfTwo } from './powers-of-two.ts';

/** ln 2 in two parts: the first has 21 zero bits at its end, so its product with an exponent is exact. */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;

const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** Added to the first 32 bits of a double, it carries into the exponent when the fraction is above sqrt(2). */
const CARRY_ABOVE_SQRT2 = 0x9_5f64;

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm, the same to the last bit on every machine: ECMAScript leaves the last bits of `Math.log` open.
 * x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2); then ln(1 + f) = 2 artanh(s), s = f / (2 + f), by the series of
 * artanh up to s^21: what is left out is below 2^-60 of the result. The sum is arranged around f, which is exact, so that the
 * error stays below 1 unit in the last place.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  return x < SMALLEST_NORMAL ? logOfNormal(x * powerOfTwo(54), -54) : logOfNormal(x, 0);
}

/** ln(2^exponent x). */
function logOfNormal(x: number, exponent: number): number {
  bits.setFloat64(0, x);
  const k = ((bits.getInt32(0) + CARRY_ABOVE_SQRT2) >> 20) - 1023;
  const f = x * powerOfTwo(-k) - 1;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  const places = exponent + k;
  return places * LN2_HIGH - (half - (s * (half + tail(s * s)) + places * LN2_LOW) - f);
}

/** 2 artanh(s) / s - 2, of z = s^2: in two halves, which a processor works out side by side. */
function tail(z: number): number {
  const w = z * z;
  const odd = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19))));
  const even = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
  return z * odd + w * even;
}
