import type { CheckSettings } from '../settings/check.ts';
import { formatMetric } from './metrics/format.ts';
import type { MetricUnit } from './metrics/metric.ts';
import { metricValue, type Report } from './metrics/report.ts';

export interface CheckResult {
  readonly metric: string;
  /** In words: `below 1 min`. */
  readonly wanted: string;
  /** In words: `5.2 s`. */
  readonly got: string;
  /** The number itself; undefined where there was nothing to measure. */
  readonly value: number | undefined;
  readonly passed: boolean;
  /** 1-based line in the scenario's file; undefined for what the file says elsewhere. */
  readonly line: number | undefined;
}

type Condition = CheckSettings['condition'];
type UnitOf = (metric: string) => MetricUnit | undefined;

/**
 * Judges a run: its checks, then the states that it must have reached, so that passing means something. A run that was cut
 * off at the bound on events proves nothing, so that is a failure, too.
 */
export function judge(
  { checks, reaches }: { checks: readonly CheckSettings[]; reaches: readonly string[] },
  report: Report,
  ending: 'done' | 'out-of-time' | 'too-many-events',
  unitOf: UnitOf,
): CheckResult[] {
  const results = checks.map(({ metric, condition, line }) =>
    result(metric, condition, line, report, unitOf),
  );
  for (const metric of reaches)
    results.push(result(metric, { above: 0 }, undefined, report, unitOf));
  if (ending === 'too-many-events')
    results.push({
      metric: 'ending',
      wanted: 'a run that ends by itself',
      got: 'more events than maxEvents allows',
      value: undefined,
      passed: false,
      line: undefined,
    });
  return results;
}

function result(
  metric: string,
  condition: Condition,
  line: number | undefined,
  report: Report,
  unitOf: UnitOf,
): CheckResult {
  const value = metricValue(report, metric);
  const unit = unitOf(metric) ?? 'count';
  return {
    metric,
    wanted: wantedWords(condition, (amount) => formatMetric(amount, unit)),
    got: value === undefined ? 'nothing to measure' : formatMetric(value, unit),
    value,
    passed: value !== undefined && isMet(condition, value),
    line,
  };
}

/** Whether a number is what a check wants. */
export function isMet(condition: Condition, value: number): boolean {
  if ('is' in condition) return value === condition.is;
  if ('below' in condition) return value < condition.below;
  if ('above' in condition) return value > condition.above;
  if ('atMost' in condition) return value <= condition.atMost;
  if ('atLeast' in condition) return value >= condition.atLeast;
  return value >= condition.between[0] && value <= condition.between[1];
}

function wantedWords(condition: Condition, words: (value: number) => string): string {
  if ('is' in condition) return `exactly ${words(condition.is)}`;
  if ('below' in condition) return `below ${words(condition.below)}`;
  if ('above' in condition) return `above ${words(condition.above)}`;
  if ('atMost' in condition) return `at most ${words(condition.atMost)}`;
  if ('atLeast' in condition) return `at least ${words(condition.atLeast)}`;
  const [low, high] = condition.between;
  return `between ${words(low)} and ${words(high)}`;
}
