import type { Setting } from '../domain/exercise.ts';
import type { SimulationJob, SimulationResult } from '../simulator/scenario/index.ts';
import type { Prepared } from './prepared.ts';

/** Does runs at the same time, on other threads for instance; the results in the order of the jobs. */
export type Simulate = (jobs: readonly SimulationJob[]) => Promise<readonly SimulationResult[]>;

/** A run of an exercise with knobs turned. Settings are known to fit. */
export function jobFor(
  { file, text, changes }: Prepared,
  settings: readonly Setting[],
  seed: number,
  metrics: readonly string[] = [],
): SimulationJob {
  return { file, text, changes: [...changes, ...settings], seed, metrics, hashed: false };
}

/** So many seeds, the scenario's own first. */
export function seedsOf({ scenario }: Prepared, count: number): number[] {
  return Array.from({ length: count }, (_, index) => scenario.seed + index);
}
