import { compareProblems, formatProblem } from '../../domain/problem.ts';
import { UserError } from '../../domain/user-error.ts';
import { type Change, readScenario } from '../../simulator/scenario/index.ts';
import type { Scenario } from '../../simulator/settings/scenario.ts';
import type { Host } from '../host.ts';
import { wholeNumber } from '../whole-number.ts';
import type { ScenarioOptions } from './options.ts';
import { findScenario } from './scenarios.ts';

/** A scenario that can be run, and what it was read from. */
export interface LoadedScenario {
  /** What to type to name it again. */
  readonly typed: string;
  readonly file: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly scenario: Scenario;
  readonly seed: number;
}

/** Reads the scenario that was named, with the changes of `--set`; whatever is wrong with it is told with file and line. */
export async function loadScenario(
  host: Host,
  typed: string,
  options: ScenarioOptions,
): Promise<LoadedScenario> {
  const { path } = await findScenario(host, typed, options);
  const read = host.files.readText(path);
  if (!read.ok) throw new UserError(`${path} can’t be read: ${read.why}`, 'check the path');
  const changes = (options.set ?? []).map(changeOf);
  const file = path.startsWith(`${host.cwd}/`) ? path.slice(host.cwd.length + 1) : path;
  const { scenario, problems } = readScenario(file, read.text, changes);
  if (!scenario)
    throw new UserError(
      ['the scenario has mistakes', ...problems.toSorted(compareProblems).map(formatProblem)].join(
        '\n',
      ),
      '',
    );
  return {
    typed,
    file,
    text: read.text,
    changes,
    scenario,
    seed: options.seed === undefined ? scenario.seed : wholeNumber('--seed', options.seed),
  };
}

function changeOf(text: string): Change {
  const place = text.indexOf('=');
  if (place < 1)
    throw new UserError(
      `--set ${text} sets nothing`,
      'write --set path=value, e.g. --set consumers.workers.count=5',
    );
  return { path: text.slice(0, place), value: text.slice(place + 1) };
}
