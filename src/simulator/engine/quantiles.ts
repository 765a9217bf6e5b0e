import { log } from './logarithm.ts';

/**
 * Distributions by inversion: one uniform draw in [0, 1) gives one value, so that two runs which differ in a mean stay in step
 * draw by draw.
 */

/** The value below which an exponential of mean 1 falls with probability `uniform`. At most 36.8, which is 53 ln 2. */
export function exponentialQuantile(uniform: number): number {
  return -log(1 - uniform);
}

/** A stream's draws are multiples of 2^-53; a normal has no value for 0, so it takes half a step above. */
const SMALLEST = 5.551115123125783e-17;

/**
 * The value below which a standard normal falls with probability `uniform`: M. J. Wichura's PPND16, Algorithm AS 241, Applied
 * Statistics 37 (1988), good to about 1 part in 10^16.
 */
export function normalQuantile(uniform: number): number {
  const q = uniform - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRAL, 0.180625 - q * q);
  const tail = q < 0 ? Math.max(uniform, SMALLEST) : 1 - uniform;
  const r = Math.sqrt(-log(tail));
  const size = r <= 5 ? ratio(INTERMEDIATE, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -size : size;
}

/** Two polynomials, the coefficients from the constant to the seventh power. */
interface Ratio {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

function ratio({ over, under }: Ratio, r: number): number {
  return polynomial(over, r) / polynomial(under, r);
}

function polynomial(coefficients: readonly number[], r: number): number {
  let sum = 0;
  for (let power = 7; power >= 0; power -= 1) sum = sum * r + (coefficients[power] ?? 0);
  return sum;
}

const CENTRAL: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852546,
  ],
};

const INTERMEDIATE: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const FAR: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
