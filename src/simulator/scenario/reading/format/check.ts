import * as v from 'valibot';
import type { CheckSettings } from '../../../settings/check.ts';
import { followedBy, type Kind, never, Wrong } from './kind.ts';
import { isMap, oneOfForms } from './map.ts';
import { MEASURED, type Metrics, unknownMetric } from './metric.ts';

type Condition = CheckSettings['condition'];
/** A check as it is read, before its line is known. */
export type ReadCheck = Omit<CheckSettings, 'line'>;

/** `{ oversold: 0 }`, `{ latency.p99: { below: 60s } }`. */
export function check(metrics: Metrics): Kind<ReadCheck> {
  return v.lazy((input): Kind<ReadCheck> => {
    const [metric, ...more] = isMap(input) ? Object.keys(input) : [];
    if (metric === undefined || more.length > 0)
      return never('write one metric with what it must be, e.g. { lost: 0 }');
    const unit = metrics.unit(metric);
    const met = unit ? condition(MEASURED[unit]) : never(unknownMetric(metric, metrics));
    return followedBy(v.object({ [metric]: met }), (read) => ({
      metric,
      condition: read[metric] as Condition,
    }));
  });
}

function condition(value: Kind<number>): Kind<Condition> {
  const forms = oneOfForms<Condition>(
    {
      is: followedBy(value, (is) => ({ is })),
      below: followedBy(value, (below) => ({ below })),
      above: followedBy(value, (above) => ({ above })),
      atMost: followedBy(value, (atMost) => ({ atMost })),
      atLeast: followedBy(value, (atLeast) => ({ atLeast })),
      between: followedBy(pair(value), (between) => ({ between })),
    },
    '{ atMost: 10 }',
  );
  const exact = followedBy(value, (is) => ({ is }));
  return v.lazy((input) => (isMap(input) ? forms : exact));
}

function pair(value: Kind<number>): Kind<[number, number]> {
  const both = followedBy(v.tuple([value, value]), ([low, high]): [number, number] | Wrong =>
    low <= high ? [low, high] : new Wrong('write the lower one first'),
  );
  const noPair = never('write two values, e.g. [1, 10]');
  return v.lazy(
    (input): Kind<[number, number]> => (Array.isArray(input) && input.length === 2 ? both : noPair),
  );
}
