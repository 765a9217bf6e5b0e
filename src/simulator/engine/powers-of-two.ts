export const SMALLEST_EXPONENT = -1074;
export const LARGEST_EXPONENT = 1023;

const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
for (let index = 0, power = 5e-324; index < powers.length; index += 1, power *= 2)
  powers[index] = power;

/** 2 to the exponent, exactly, for every exponent that a double has. */
export function powerOfTwo(exponent: number): number {
  return powers[exponent - SMALLEST_EXPONENT] ?? Number.NaN;
}
