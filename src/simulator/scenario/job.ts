import { type CheckResult, metricValue } from '../observers/index.ts';
import { type Change, readScenario } from './reading/index.ts';
import { runScenario } from './run.ts';
import type { Ending } from './simulation.ts';
import { TraceHash } from './trace-hash.ts';

/** A run to be done elsewhere, as plain data: on another thread, for instance. */
export interface SimulationJob {
  readonly file: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly seed: number | undefined;
  /** The metrics to bring back. */
  readonly metrics: readonly string[];
  /** Whether to fingerprint the trace, which takes as long as the run. */
  readonly hashed: boolean;
}

export interface SimulationResult {
  readonly seed: number;
  readonly ending: Ending;
  /** Entries of the calendar that were processed. */
  readonly events: number;
  readonly checks: readonly CheckResult[];
  /** In the order of the job's metrics; undefined where there was nothing to measure. */
  readonly values: readonly (number | undefined)[];
  readonly hash: string | undefined;
}

/** Does a job whose scenario is known to be readable. */
export function simulate({
  file,
  text,
  changes,
  seed,
  metrics,
  hashed,
}: SimulationJob): SimulationResult {
  const { scenario, problems } = readScenario(file, text, changes);
  if (!scenario) throw new Error(problems.map(({ what }) => what).join('; '));
  const hash = hashed ? new TraceHash() : undefined;
  const run = runScenario(scenario, { seed, see: hash && ((event) => hash.see(event)) });
  return {
    seed: run.seed,
    ending: run.ending,
    events: run.events,
    checks: run.checks,
    values: metrics.map((metric) => metricValue(run.report, metric)),
    hash: hash?.digest,
  };
}
