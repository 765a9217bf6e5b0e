const HEIGHTS = ' ▁▂▃▄▅▆▇█';
const HIGHEST = HEIGHTS.length - 1;

/**
 * Values from 0 as a line of so many columns, one character high. The highest character stands for `most`, or for
 * the highest value when that is more. Where there are more values than columns, each shows the highest of its neighbours,
 * so that no peak is lost; what is more than nothing is seen.
 */
export function sparkline(values: readonly number[], columns: number, most = 0): string {
  const shown = peaks(values, columns);
  const top = shown.reduce((highest, value) => Math.max(highest, value), most);
  return shown.map((value) => HEIGHTS.charAt(heightOf(value, top))).join('');
}

/** The highest value of each of so many equal stretches; one value may last for several. */
export function peaks(values: readonly number[], columns: number): number[] {
  const count = values.length === 0 ? 0 : Math.max(0, columns);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / count));
    return values.slice(from, to).reduce((highest, value) => Math.max(highest, value), 0);
  });
}

function heightOf(value: number, top: number): number {
  return value > 0 ? Math.max(1, Math.round((value / top) * HIGHEST)) : 0;
}
