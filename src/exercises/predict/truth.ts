import type { Ask } from '../../domain/exercise.ts';
import {
  type MetricUnit,
  metricUnit,
  metricValue,
  reportNames,
} from '../../simulator/observers/index.ts';
import type { Run, SimulationJob } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import type { Prepared } from '../prepared.ts';
import { jobFor, type Simulate } from '../simulate.ts';
import { holding } from './options.ts';

/** What a run, or for a curve several, answered to an ask. */
export type Truth =
  | { readonly kind: 'number'; readonly value: number | undefined; readonly unit: MetricUnit }
  /** The places of the options that hold, from 0. */
  | { readonly kind: 'choice'; readonly holds: readonly number[] }
  /** A value for each point, in the order of the ask. */
  | {
      readonly kind: 'curve';
      readonly values: readonly (number | undefined)[];
      readonly unit: MetricUnit;
    };

/** The answers to all asks, in their order. Curves take a run for each point, which `simulate` does; the rest are in this run. */
export async function truthsOf(
  prepared: Prepared,
  asks: readonly Ask[],
  { scenario, report, seed }: Pick<Run, 'scenario' | 'report' | 'seed'>,
  simulate: Simulate,
): Promise<Truth[]> {
  const measure = (metric: string) => metricValue(report, metric);
  const truths: Truth[] = [];
  for (const ask of asks) {
    if (ask.kind === 'choice')
      truths.push({ kind: 'choice', holds: holding(ask.options, scenario, measure) });
    else if (ask.kind === 'number')
      truths.push({
        kind: 'number',
        value: measure(ask.metric),
        unit: unitIn(scenario, ask.metric),
      });
    else {
      const results = await simulate(curveJobs(prepared, ask, seed));
      const values = results.map(({ values: [value] }) => value);
      truths.push({ kind: 'curve', values, unit: unitIn(scenario, ask.metric) });
    }
  }
  return truths;
}

/** A run for each point of a curve. */
export function curveJobs(
  prepared: Prepared,
  { knob, at, metric }: Extract<Ask, { kind: 'curve' }>,
  seed: number,
): SimulationJob[] {
  return at.map((value) => jobFor(prepared, [{ path: knob, value }], seed, [metric]));
}

/** The unit in which an ask is answered; undefined for a choice. */
export function unitOf({ scenario }: Prepared, ask: Ask): MetricUnit | undefined {
  return ask.kind === 'choice' ? undefined : unitIn(scenario, ask.metric);
}

function unitIn(scenario: Scenario, metric: string): MetricUnit {
  return metricUnit(metric, reportNames(scenario)) ?? 'count';
}
