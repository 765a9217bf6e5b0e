import * as v from 'valibot';
import type { AlarmSettings } from '../../../settings/world.ts';
import { count, span } from './amounts.ts';
import { followedBy, type Kind, optional, required, textOf, Wrong, withDefault } from './kind.ts';
import { fields, isMap } from './map.ts';
import { MEASURED, type Metrics, metricName } from './metric.ts';

/** An alarm on a metric; its threshold is written in the metric's unit. */
export function alarm(metrics: Metrics): Kind<AlarmSettings> {
  return v.lazy((input) => {
    const metric = isMap(input) ? textOf(input.metric) : '';
    const threshold = MEASURED[metrics.unit(metric) ?? 'count'];
    const keys = fields({
      metric: required(metricName(metrics)),
      above: optional(threshold),
      below: optional(threshold),
      every: withDefault(span, '60s'),
      periods: withDefault(count(1, 100_000), 1),
    });
    return followedBy(keys, (read): AlarmSettings | Wrong =>
      read.above === undefined && read.below === undefined
        ? new Wrong('add above or below: when it rings')
        : { ...read, above: read.above, below: read.below },
    );
  });
}
