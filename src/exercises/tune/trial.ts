import type { Setting } from '../../domain/exercise.ts';
import {
  type CheckResult,
  formatMetric,
  metricUnit,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { SimulationResult } from '../../simulator/scenario/index.ts';
import type { Prepared } from '../prepared.ts';
import { jobFor, type Simulate } from '../simulate.ts';

/** What many seeds came to with knobs turned. */
export interface Trial {
  readonly settings: readonly Setting[];
  readonly seeds: readonly number[];
  /** Whether every check held with every seed: one lucky seed proves nothing. */
  readonly passed: boolean;
  readonly checks: readonly TriedCheck[];
  readonly shows: readonly TriedMetric[];
}

export interface TriedCheck {
  readonly metric: string;
  /** In words: `below 1 min`. */
  readonly wanted: string;
  /** Seeds with which it held. */
  readonly held: number;
  /** The first seed with which it didn't, and what it got there in words. */
  readonly failing: { readonly seed: number; readonly got: string } | undefined;
}

/** A metric over the seeds, in words; `none` where no run had anything to measure. */
export interface TriedMetric {
  readonly metric: string;
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
}

/**
 * Turns the knobs and runs the scenario with each of these seeds. The settings must fit together: `changed` says whether they
 * do.
 */
export async function tried(
  prepared: Prepared,
  settings: readonly Setting[],
  seeds: readonly number[],
  simulate: Simulate,
): Promise<Trial> {
  const shows = prepared.exercise.task.kind === 'tune' ? prepared.exercise.task.shows : [];
  const results = await simulate(seeds.map((seed) => jobFor(prepared, settings, seed, shows)));
  const checks = tally(results);
  const names = reportNames(prepared.scenario);
  return {
    settings,
    seeds,
    passed: checks.length > 0 && checks.every(({ failing }) => failing === undefined),
    checks,
    shows: shows.map((metric, place) => {
      const unit = metricUnit(metric, names) ?? 'count';
      return shown(metric, results, place, (value) => formatMetric(value, unit));
    }),
  };
}

/** A run that was cut off has one check more than others, so checks are known by what they want. */
function tally(results: readonly SimulationResult[]): TriedCheck[] {
  const byName = new Map<string, { check: CheckResult; seed: number }[]>();
  for (const { seed, checks } of results)
    for (const check of checks) {
      const name = `${check.metric} ${check.wanted}`;
      byName.set(name, [...(byName.get(name) ?? []), { check, seed }]);
    }
  return [...byName.values()].map((all) => {
    const failing = all.find(({ check }) => !check.passed);
    return {
      metric: all[0]?.check.metric ?? '',
      wanted: all[0]?.check.wanted ?? '',
      held: all.filter(({ check }) => check.passed).length,
      failing: failing && { seed: failing.seed, got: failing.check.got },
    };
  });
}

function shown(
  metric: string,
  results: readonly SimulationResult[],
  place: number,
  words: (value: number | undefined) => string,
): TriedMetric {
  const values = results.flatMap(({ values: each }) => each[place] ?? []);
  if (values.length === 0)
    return { metric, mean: words(undefined), lowest: words(undefined), highest: words(undefined) };
  return {
    metric,
    mean: words(values.reduce((total, value) => total + value, 0) / values.length),
    lowest: words(Math.min(...values)),
    highest: words(Math.max(...values)),
  };
}
