import asciichart from 'asciichart';

/** asciichart writes a label into the first column, whatever its width, and draws the axis in the next. */
const OFFSET = 2;
/** asciichart's own signs, but for the first one, a cross that it would also set at the wrong end of the axis. */
const SYMBOLS = [...'┤┤╶╴─╰╭╮╯│'];

/** A line through values from left to right, over an axis of whole numbers from 0 in so many steps; never wider than `width`. */
export function linePlot(values: readonly number[], width: number, steps: number): string[] {
  if (values.length === 0) return [];
  const top = steps * Math.max(1, Math.ceil(Math.max(...values) / steps));
  const labelWidth = Math.max(OFFSET, String(top).length);
  return asciichart
    .plot(squeezed(values, Math.max(1, width - labelWidth - 1)), {
      min: 0,
      max: top,
      height: steps,
      offset: OFFSET,
      symbols: SYMBOLS,
      format: (value) => String(Math.round(value)).padStart(labelWidth),
    })
    .split('\n')
    .map((line) => line.slice(0, width).trimEnd());
}

/** As many values as there are columns at most, each the mean of its neighbours. */
function squeezed(values: readonly number[], columns: number): number[] {
  const each = Math.ceil(values.length / columns);
  return Array.from({ length: Math.ceil(values.length / each) }, (_, index) => {
    const some = values.slice(index * each, (index + 1) * each);
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  });
}
