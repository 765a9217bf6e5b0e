import type { Measured } from '../metrics/metric.ts';
import type { TOTALS } from '../metrics/tables.ts';

export type Distribution = Measured<(typeof TOTALS)['latency']>;

/** Numbers that come one by one, in 8 bytes each, for exact percentiles. */
export class Samples {
  #values = new Float64Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#count);
  }
}

/** The distribution of several samples together. Percentiles are by nearest rank; nothing of nothing. */
export function distributionOf(...samples: readonly Samples[]): Distribution {
  const sorted = new Float64Array(samples.reduce((sum, { count }) => sum + count, 0));
  let filled = 0;
  for (const { values } of samples) {
    sorted.set(values, filled);
    filled += values.length;
  }
  sorted.sort();
  const rank = (part: number) => sorted[Math.ceil(part * filled) - 1];
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    mean: filled === 0 ? undefined : sum / filled,
    p50: rank(0.5),
    p90: rank(0.9),
    p95: rank(0.95),
    p99: rank(0.99),
    max: rank(1),
  };
}
