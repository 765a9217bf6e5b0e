/** What a metric is measured in: `duration` and `time` are microseconds, a `rate` is a second's, a `ratio` is 0 to 1. */
export type MetricUnit = 'count' | 'duration' | 'time' | 'ratio' | 'dollars' | 'rate';

export interface Metric {
  readonly unit: MetricUnit;
  /** What it is, in a few words. */
  readonly about: string;
}

/** Metrics by name; a name inside of a name is a longer path. */
export interface MetricTree {
  readonly [name: string]: Metric | MetricTree;
}

/** The part of a report that a table of metrics describes. A number is missing where there was nothing to measure. */
export type Measured<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends Metric
    ? number | undefined
    : Measured<Tree[Name]>;
};

const of =
  (unit: MetricUnit) =>
  (about: string): Metric => ({ unit, about });

export const count = of('count');
export const duration = of('duration');
export const time = of('time');
export const ratio = of('ratio');
export const dollars = of('dollars');
export const rate = of('rate');

export function isMetric(node: Metric | MetricTree): node is Metric {
  return typeof node.unit === 'string';
}
