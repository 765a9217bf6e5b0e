import type { Setting } from '../domain/exercise.ts';
import { readScenario, readSetting } from '../simulator/scenario/index.ts';
import type { Scenario } from '../simulator/settings/scenario.ts';
import type { Prepared } from './prepared.ts';

/** Why a scenario can't be as it is wanted: which setting, and what to write instead. */
export interface SettingTrouble {
  /** Undefined when it is no single setting's fault. */
  readonly path: string | undefined;
  readonly what: string;
  readonly fix: string;
}

/** The scenario with knobs turned, or what is wrong with them together. */
export function changed(
  { file, text, changes, scenario }: Prepared,
  settings: readonly Setting[],
): { readonly scenario: Scenario | undefined; readonly troubles: readonly SettingTrouble[] } {
  const read = readScenario(file, text, [...changes, ...settings]);
  return {
    scenario: read.scenario && { ...read.scenario, title: scenario.title },
    troubles: read.problems.map(({ file: where, what, fix }) => ({
      path: settings.find(({ path, value }) => where === `--set ${path}=${value}`)?.path,
      what,
      fix,
    })),
  };
}

/** What a setting is, with knobs turned, as it would be written; undefined where nothing is written and a default holds. */
export function settingNow(
  { text, changes }: Prepared,
  settings: readonly Setting[],
  path: string,
): string | undefined {
  return readSetting(text, [...changes, ...settings], path);
}
