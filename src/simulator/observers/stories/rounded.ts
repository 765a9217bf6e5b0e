import { formatMetric } from '../metrics/format.ts';

/** A number as one says it: whole, or with one decimal place where it is small. */
export function rounded(value: number): string {
  return formatMetric(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), 'count');
}
