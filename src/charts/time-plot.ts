import { linePlot } from './line-plot.ts';
import { peaks } from './sparkline.ts';

/** The axis' labels are no wider, as a rule; otherwise the line is squeezed a little more. */
const MARGIN = 8;

/**
 * Values from 0 at equal steps of time as a line so many steps high, over an axis with the times at both ends in words. No
 * peak is lost. Never wider than `width`; nothing without values.
 */
export function timePlot(
  values: readonly number[],
  [from, to]: readonly [string, string],
  width: number,
  steps: number,
): string[] {
  if (values.length === 0) return [];
  const plot = linePlot(peaks(values, Math.max(1, width - MARGIN)), width, steps);
  const axis = plot[0]?.indexOf('┤') ?? 0;
  const end = Math.min(width, axis + Math.max(1, width - MARGIN));
  const between = end - axis - from.length - to.length;
  const times = between > 0 ? `${from}${' '.repeat(between)}${to}` : to;
  return [...plot, `${' '.repeat(Math.max(0, axis))}${times}`.slice(0, width)];
}
