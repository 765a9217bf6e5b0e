/** A part of a whole, with the range in which the true share lies with 95 % confidence. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959964;

/**
 * The Wilson score interval, which is right for few cases and for shares near 0 and 1, too (Wilson 1927, Journal of the
 * American Statistical Association 22). Of nothing, anything may be true.
 */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const share = count / of;
  const shrink = 1 + Z ** 2 / of;
  const centre = (share + Z ** 2 / (2 * of)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + (Z / (2 * of)) ** 2);
  return { count, of, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
