import {
  type CheckResult,
  judge,
  metricUnit,
  type Report,
  reportNames,
} from '../../../simulator/observers/index.ts';
import type { Scenario } from '../../../simulator/settings/scenario.ts';
import type { CheckStanding } from '../../../tui/index.tsx';

/** How the checks would come out if the run ended now. */
export function judgedNow(scenario: Scenario, report: Report): CheckResult[] {
  const names = reportNames(scenario);
  return judge(scenario, report, 'done', (metric) => metricUnit(metric, names));
}

/** While a run goes on, a check that fails may still be met, unless its number can only rise. */
export function standingOf(check: CheckResult, isOver: boolean): CheckStanding {
  const { metric, wanted, got, passed } = check;
  const standing = passed ? 'holds' : isOver || isLostCause(check) ? 'fails' : 'open';
  return { label: `${metric}, wanted ${wanted}`, got, standing };
}

/** Parts of the names of what never falls again. */
const RISING =
  /(^|\.)(max|duplicates|oversold|orderViolations|rejected|redeliveries|expired|failed|crashes)$/;
/** What is wanted is at most something. */
const BOUNDED = /^(exactly|below|at most)/;

function isLostCause({ metric, wanted, value }: CheckResult): boolean {
  if (value === undefined || !RISING.test(metric)) return false;
  if (wanted === 'exactly 0') return value > 0;
  return BOUNDED.test(wanted) && !wanted.startsWith('exactly');
}
