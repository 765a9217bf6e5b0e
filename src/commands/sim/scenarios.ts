import { join, resolve } from 'node:path';
import { didYouMean } from '../../wording/nearest.ts';
import { UserError } from '../../domain/user-error.ts';
import type { GlobalOptions, Host } from '../host.ts';

/** A scenario's file, and what it is called: the file's name without its ending. */
export interface ScenarioFile {
  readonly name: string;
  readonly path: string;
}

const ENDING = /\.ya?ml$/;

/** The scenarios that come with the tool and those of user directories, by name; of one name, the user's. */
export function scenarioFiles(host: Host, { content }: GlobalOptions): ScenarioFile[] {
  const roots = [host.shippedContent, ...content.map((path) => resolve(host.cwd, path))];
  const found = new Map<string, ScenarioFile>();
  for (const directory of roots.map((root) => join(root, 'scenarios')))
    for (const { name: file, kind } of host.files.list(directory)) {
      if (kind !== 'file' || !ENDING.test(file)) continue;
      const name = file.replace(ENDING, '');
      found.set(name, { name, path: join(directory, file) });
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The file of a scenario that is named, or given as a path. */
export function findScenario(host: Host, wanted: string, options: GlobalOptions): ScenarioFile {
  const files = scenarioFiles(host, options);
  const named = files.find(({ name }) => name === wanted);
  if (named) return named;
  const path = resolve(host.cwd, wanted);
  if (host.files.stat(path)?.kind === 'file') {
    const base = path.split(/[\\/]/).at(-1) ?? path;
    return { name: base.replace(ENDING, ''), path };
  }
  const names = files.map(({ name }) => name);
  throw new UserError(
    `there is no scenario “${wanted}”.${didYouMean(wanted, names)}`,
    'swelearn sim list shows all; a file of your own is given by its path',
  );
}
