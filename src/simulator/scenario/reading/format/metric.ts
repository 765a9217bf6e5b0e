import { didYouMean } from '../../../../wording/nearest.ts';
import type { MetricUnit } from '../../../observers/metrics/metric.ts';
import { dollars, duration, number, rate, ratio } from './amounts.ts';
import { type Kind, readBy, textOf, Wrong } from './kind.ts';

/** The paths into a scenario's report. */
export interface Metrics {
  /** What a metric is measured in; undefined when there is none of this name. */
  unit(metric: string): MetricUnit | undefined;
  names(): readonly string[];
}

/** How a value of each unit is written; counts may be means, and stock may be below nothing. */
export const MEASURED: Readonly<Record<MetricUnit, Kind<number>>> = {
  count: number(Number.NEGATIVE_INFINITY, '100'),
  duration,
  time: duration,
  ratio,
  dollars,
  rate,
};

/** The path of a metric. */
export function metricName(metrics: Metrics): Kind<string> {
  return readBy((input) =>
    typeof input === 'string' && metrics.unit(input) !== undefined
      ? input
      : new Wrong(unknownMetric(textOf(input), metrics)),
  );
}

export function unknownMetric(metric: string, metrics: Metrics): string {
  return `name a metric, such as lost or latency.p99.${didYouMean(metric, metrics.names())}`;
}
