import * as v from 'valibot';
import { metricNames, metricUnit, reportNames } from '../../observers/index.ts';
import type { Scenario } from '../../settings/scenario.ts';
import { check, type ReadCheck } from './format/check.ts';
import type { Data } from './format/map.ts';
import { troubleOf } from './issues.ts';

export interface ReadConditions {
  readonly conditions: readonly ReadCheck[];
  readonly troubles: readonly { readonly what: string; readonly fix: string }[];
}

/** Conditions on a scenario's run that stand outside of its file, written as its checks are, but all in one map. */
export function readConditions(written: Data, scenario: Scenario): ReadConditions {
  const names = reportNames(scenario);
  const kind = check({
    unit: (metric) => metricUnit(metric, names),
    names: () => metricNames(names),
  });
  const results = Object.entries(written).map(([metric, wanted]) => {
    const data = { [metric]: wanted };
    return { data, result: v.safeParse(kind, data) };
  });
  return {
    conditions: results.flatMap(({ result }) => (result.success ? [result.output] : [])),
    troubles: results.flatMap(({ data, result }) =>
      (result.issues ?? []).map((issue) => {
        const { what, fix } = troubleOf(issue, data);
        // An issue with the metric itself has no path to name it by.
        const name = Object.keys(data)[0] ?? '';
        return { what: what.startsWith(name) ? what : `${name}${what}`, fix };
      }),
    ),
  };
}
