import { resolve } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import type { GlobalOptions, Host } from './host.ts';

/** The directories to look for topics in; says so when the preferences can't be read. */
export async function contentRoots(host: Host, options: GlobalOptions): Promise<string[]> {
  const { roots, trouble } = await knownRoots(host, options);
  if (trouble) host.stderr.write(`swelearn: ${trouble}\n`);
  return roots;
}

/** The directories to look for topics in: the shipped one, those of --content, those of the preferences. */
export async function knownRoots(
  host: Host,
  options: GlobalOptions,
): Promise<{ readonly roots: string[]; readonly trouble: string | undefined }> {
  const given = options.content.map((path) => resolve(host.cwd, path));
  for (const path of given) {
    if (host.files.stat(path)?.kind !== 'directory')
      throw new UserError(`there is no directory ${path}`, 'check the path after --content');
  }
  const { readPreferences } = await import('../platform/preferences.ts');
  const { preferences, trouble } = readPreferences(host.paths);
  return {
    roots: [...new Set([host.shippedContent, ...given, ...preferences.content])],
    trouble,
  };
}
