import type { DiagnoseTask } from '../../domain/exercise.ts';
import type { Micros } from '../../simulator/engine/time.ts';
import { runScenario } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import { quantityOf } from '../amounts/quantity.ts';

/** When the looks are taken; undefined when that can't be read. To find the end of a run takes the run. */
export function momentOf(
  { at }: DiagnoseTask,
  scenario: Scenario,
  seed = scenario.seed,
): Micros | undefined {
  if (at === undefined) return runScenario(scenario, { seed }).endedAt;
  const time = quantityOf(at);
  return time?.kind === 'time' && time.value > 0 ? Math.round(time.value) : undefined;
}
