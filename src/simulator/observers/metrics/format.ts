import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../engine/time.ts';
import type { MetricUnit } from './metric.ts';

/** A value as people read it: `12.3 s`, `4.1 %`, `$3.60`, `1,234`; `none` where there was nothing to measure. */
export function formatMetric(value: number | undefined, unit: MetricUnit): string {
  if (value === undefined) return 'none';
  switch (unit) {
    case 'duration':
    case 'time':
      return formatDuration(value);
    case 'ratio':
      return `${trimmed(value * 100, 2)} %`;
    case 'dollars':
      return formatDollars(value);
    case 'rate':
      return `${formatCount(value)}/s`;
    case 'count':
      return formatCount(value);
  }
}

const STEPS = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [10 * MINUTE, 'min'],
  [SECOND, 's'],
  [MILLISECOND, 'ms'],
] as const;

function formatDuration(micros: number): string {
  const size = Math.abs(micros);
  if (size === 0) return '0 s';
  for (const [least, unit] of STEPS)
    if (size >= least) return `${trimmed(micros / (unit === 'min' ? MINUTE : least), 3)} ${unit}`;
  return `${trimmed(micros, 0)} µs`;
}

/** Whole cents; for smaller sums as many places as show two digits, down to a hundred-millionth. */
function formatDollars(value: number): string {
  const size = Math.abs(value);
  let places = 2;
  while (size > 0 && places < 8 && size * 10 ** places < 9.95) places += 1;
  const [whole = '0', rest] = size.toFixed(size >= 0.1 ? 2 : places).split('.');
  return `${value < 0 ? '-' : ''}$${grouped(whole)}${rest ? `.${rest}` : ''}`;
}

function formatCount(value: number): string {
  const [whole = '0', rest] = trimmed(value, Math.abs(value) < 100 ? 2 : 1).split('.');
  return grouped(whole) + (rest ? `.${rest}` : '');
}

/** Without zeros at the end of its decimal places. */
function trimmed(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}
