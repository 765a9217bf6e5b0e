import {
  type CheckResult,
  judge,
  metricUnit,
  type Report,
  reportNames,
} from '../../../simulator/observers/index.ts';
import type { CheckSettings } from '../../../simulator/settings/check.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { CheckStanding } from '../../../tui/index.tsx';

/**
 * How the checks stand while the run goes on. One that fails now may still be met, so it is open, unless its number can only
 * rise and is too high already.
 */
export function standingsSoFar(scenario: Scenario, report: Report): CheckStanding[] {
  const names = reportNames(scenario);
  const results = judge(scenario, report, 'done', (metric) => metricUnit(metric, names));
  // The checks come first, in their order; then what the run must have reached.
  return results.map((result, place) => {
    const condition = scenario.checks[place]?.condition;
    const isLost = condition !== undefined && isLostCause(condition, result);
    return { ...labelled(result), standing: result.passed ? 'holds' : isLost ? 'fails' : 'open' };
  });
}

/** How the checks came out. */
export function standingsAtEnd(results: readonly CheckResult[]): CheckStanding[] {
  return results.map((result) => ({
    ...labelled(result),
    standing: result.passed ? 'holds' : 'fails',
  }));
}

function labelled({ metric, wanted, got }: CheckResult) {
  return { label: `${metric}, wanted ${wanted}`, got };
}

/** Ends of the names of metrics that never fall. */
const RISING =
  /(^|\.)(max|duplicates|oversold|orderViolations|rejected|redeliveries|refused|expired|failed|crashes|dropped|givenUp|shed|staleDeletes|throttled|rings|timeouts|errors)$/;

function isLostCause(condition: CheckSettings['condition'], { metric, value }: CheckResult) {
  if (value === undefined || !RISING.test(metric)) return false;
  if ('is' in condition) return value > condition.is;
  if ('below' in condition) return value >= condition.below;
  if ('atMost' in condition) return value > condition.atMost;
  return 'between' in condition && value > condition.between[1];
}
