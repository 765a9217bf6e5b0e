import type { Programs } from '../actors/program.ts';
import type { FaultFired } from '../events/index.ts';
import type { Scenario } from '../settings/scenario.ts';
import { type Run, runScenario } from './run.ts';
import { shrink } from './shrink.ts';

export interface ShrunkFaults {
  /** The strikes that are left: the check fails with them, and holds without any one of them. */
  readonly kept: readonly FaultFired[];
  /** Strikes in the whole run. */
  readonly all: number;
  /** Runs that it took. */
  readonly runs: number;
  /** The run in which only these strike. */
  readonly run: Run;
}

/** The fewest strikes of faults with which this check still fails. Undefined when it doesn't fail at all. */
export function shrinkFaults(
  scenario: Scenario,
  metric: string,
  seed: number,
  programs?: Programs,
): ShrunkFaults | undefined {
  const run = (faults: readonly FaultFired[]) =>
    runScenario(scenario, { seed, programs, allowed: new Set(faults.map(({ key }) => key)) });
  const fails = ({ checks }: Run) =>
    checks.some((check) => check.metric === metric && !check.passed);
  const whole = runScenario(scenario, { seed, programs });
  if (!fails(whole)) return undefined;
  const shrunk = shrink(whole.faults, (faults) => fails(run(faults)));
  if (!shrunk) return undefined;
  const last = run(shrunk.kept);
  return { kept: last.faults, all: whole.faults.length, runs: shrunk.runs, run: last };
}
