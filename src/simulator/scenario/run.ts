import type { Programs } from '../actors/program.ts';
import type { Micros } from '../engine/time.ts';
import type { FaultFired, SimulationEvent } from '../events/index.ts';
import {
  type CheckResult,
  judge,
  metricUnit,
  type Report,
  reportNames,
} from '../observers/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { type Ending, Simulation } from './simulation.ts';

export interface RunOptions {
  /** The scenario's own when left out. */
  readonly seed?: number | undefined;
  /** Only these occurrences of faults strike. */
  readonly allowed?: ReadonlySet<string> | undefined;
  /** Hears every event, in order. */
  readonly see?: ((event: SimulationEvent) => void) | undefined;
  /** What learners wrote, in the place of what the scenario says. */
  readonly programs?: Programs | undefined;
}

/** A run that is over. */
export interface Run {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly ending: Ending;
  readonly endedAt: Micros;
  /** Entries of the calendar that were processed. */
  readonly events: number;
  readonly report: Report;
  readonly checks: readonly CheckResult[];
  readonly passed: boolean;
  /** Each strike of a fault, in order. */
  readonly faults: readonly FaultFired[];
  /** An item for each failed check that has one, by the check's metric. */
  readonly witnesses: ReadonlyMap<string, string>;
}

/** Runs a scenario from beginning to end, and judges it. */
export function runScenario(
  scenario: Scenario,
  { seed, allowed, see, programs }: RunOptions = {},
): Run {
  const faults: FaultFired[] = [];
  const simulation = new Simulation(scenario, {
    seed,
    allowed,
    programs,
    see: (event) => {
      if (event.kind === 'fault-fired') faults.push(event);
      see?.(event);
    },
  });
  simulation.runToEnd();
  return runOf(simulation, faults);
}

/** What came of a simulation that has ended. */
export function runOf(simulation: Simulation, faults: readonly FaultFired[]): Run {
  const { scenario, seed, now, events, ending = 'out-of-time' } = simulation;
  const report = simulation.report();
  const names = reportNames(scenario);
  const checks = judge(scenario, report, ending, (metric) => metricUnit(metric, names));
  const witnesses = new Map<string, string>();
  for (const { metric, passed } of checks) {
    const witness = passed ? undefined : simulation.witness(metric);
    if (witness !== undefined) witnesses.set(metric, witness);
  }
  return {
    scenario,
    seed,
    ending,
    endedAt: now,
    events,
    report,
    checks,
    passed: checks.every(({ passed }) => passed),
    faults,
    witnesses,
  };
}
