import { metricNames, metricUnit, reportNames } from '../../simulator/observers/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { didYouMean } from '../../wording/nearest.ts';
import type { Trouble } from './trouble.ts';

/** Those of the metrics that a report of this scenario doesn't have. */
export function unknownMetric(scenario: Scenario, metrics: readonly string[]): Trouble[] {
  const names = reportNames(scenario);
  return metrics
    .filter((metric) => metricUnit(metric, names) === undefined)
    .map((metric) => ({
      what: `there is no metric “${metric}”`,
      fix: `name one, such as lost or latency.p99.${didYouMean(metric, metricNames(names))}`,
    }));
}
