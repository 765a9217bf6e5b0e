import type { PredictedOption } from '../../domain/exercise.ts';
import { isMet } from '../../simulator/observers/index.ts';
import { readConditions } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';

/** The value of a metric in a run; undefined where there was nothing to measure. */
export type Measure = (metric: string) => number | undefined;

/** The places of the options that hold in a run, from 0. */
export function holding(
  options: readonly PredictedOption[],
  scenario: Scenario,
  measure: Measure,
): number[] {
  return options.flatMap(({ when }, place) => {
    const { conditions } = readConditions(when, scenario);
    const holds = conditions.every(({ metric, condition }) => {
      const value = measure(metric);
      return value !== undefined && isMet(condition, value);
    });
    return holds ? [place] : [];
  });
}
