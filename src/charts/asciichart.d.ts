/** The package ships no types of its own; this is the part of it that we use. */
declare module 'asciichart' {
  interface PlotOptions {
    readonly min?: number;
    readonly max?: number;
    /** Rows, without the first one. */
    readonly height?: number;
    /** Columns of the labels and their axis. */
    readonly offset?: number;
    /** Where the line meets the axis, the axis, and what lines are drawn with. */
    readonly symbols?: readonly string[];
    readonly format?: (value: number) => string;
  }
  const asciichart: {
    plot(values: readonly number[], options: PlotOptions): string;
  };
  export default asciichart;
}
