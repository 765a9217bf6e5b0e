/** A stretch of time in which a rate goes straight from one value to another. */
export interface RateSegment {
  /** A second. */
  readonly from: number;
  readonly to: number;
  /** In seconds; only the last may be without end, at a steady rate. */
  readonly length: number;
}

/**
 * Walks along the integral of a rate that is made of these stretches: tells at which time, in seconds, it has grown by `amount`
 * since the last call; Infinity if it never does.
 */
export function growingRate(segments: readonly RateSegment[]): (amount: number) => number {
  let index = 0;
  let start = 0;
  /** Grown since the start of the stretch. */
  let grown = 0;
  return (amount) => {
    grown += amount;
    let segment = segments[index];
    while (segment && grown > growth(segment)) {
      grown -= growth(segment);
      start += segment.length;
      index += 1;
      segment = segments[index];
    }
    return segment ? start + timeToGrow(segment, grown) : Number.POSITIVE_INFINITY;
  };
}

/** By how much the integral grows in the whole stretch. */
function growth({ from, to, length }: RateSegment): number {
  return from === 0 && to === 0 ? 0 : ((from + to) / 2) * length;
}

/**
 * The t with from t + slope t^2 / 2 = amount. This form of the solution needs no case for a steady rate and loses no digits
 * where the slope is small.
 */
function timeToGrow({ from, to, length }: RateSegment, amount: number): number {
  const slope = (to - from) / length;
  return (2 * amount) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * amount)));
}
