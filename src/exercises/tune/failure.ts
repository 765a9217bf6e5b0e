import { runScenario, type Story, storiesOf } from '../../simulator/scenario/index.ts';
import { changed } from '../changed.ts';
import type { Prepared } from '../prepared.ts';
import type { Trial } from './trial.ts';

export interface Failure {
  readonly seed: number;
  /** One for each check that fails with this seed. */
  readonly stories: readonly Story[];
}

/** Why a trial didn't pass: the first seed that fails, run again and told. Undefined when it passed. */
export function failureOf(prepared: Prepared, { settings, checks }: Trial): Failure | undefined {
  const seeds = checks.flatMap(({ failing }) => failing?.seed ?? []);
  const { scenario } = changed(prepared, settings);
  if (seeds.length === 0 || !scenario) return undefined;
  const seed = Math.min(...seeds);
  return { seed, stories: storiesOf(runScenario(scenario, { seed })) };
}
