/** Steps that people count in, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** The least step that people count in of which `steps` reach `most`; 1 for nothing. */
export function niceStep(most: number, steps: number): number {
  const least = most / steps;
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  // A little less than the quotient, which is not exact, is enough.
  const factor = STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A number in few characters, without a trailing zero: `0.25`, `12`, `15k`, `2.5M`. */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${trimmed(value / 1e6)}M`;
  if (size >= 1e4) return `${trimmed(value / 1e3)}k`;
  return trimmed(value);
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(3)));
}
