import { join, resolve } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { contentRoots } from '../content-roots.ts';
import type { GlobalOptions, Host } from '../host.ts';

/** A scenario's file, and what it is called: the file's name without its ending. */
export interface ScenarioFile {
  readonly name: string;
  readonly path: string;
}

const ENDING = /\.ya?ml$/;

/** The scenarios in the `scenarios` directories of these roots, by name; of one name, the last root's. */
export function scenariosIn(roots: readonly string[], { files }: Host): ScenarioFile[] {
  const found = new Map<string, ScenarioFile>();
  for (const directory of roots.map((root) => join(root, 'scenarios'))) {
    for (const { name: file, kind } of files.list(directory)) {
      const name = file.replace(ENDING, '');
      if (kind === 'file' && name !== file) found.set(name, { name, path: join(directory, file) });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The scenarios that come with the tool and those of user directories. */
export async function scenarioFiles(host: Host, options: GlobalOptions): Promise<ScenarioFile[]> {
  return scenariosIn(await contentRoots(host, options), host);
}

/** The file of a scenario that is named, or given as a path. */
export async function findScenario(
  host: Host,
  wanted: string,
  options: GlobalOptions,
): Promise<ScenarioFile> {
  const files = await scenarioFiles(host, options);
  const named = files.find(({ name }) => name === wanted);
  if (named) return named;
  const path = resolve(host.cwd, wanted);
  if (host.files.stat(path)?.kind === 'file') return { name: wanted, path };
  const names = files.map(({ name }) => name);
  throw new UserError(
    `there is no scenario “${wanted}”.${didYouMean(wanted, names)}`,
    'swelearn sim list shows all; a file of your own is given by its path',
  );
}
