import { join } from 'node:path';
import type { Library } from '../content/library.ts';
import type { Database } from '../domain/ports.ts';
import { contentRoots } from './content-roots.ts';
import type { GlobalOptions, Host } from './host.ts';

/** Opens all content through its index in the cache directory. */
export async function openLibrary(host: Host, options: GlobalOptions): Promise<Library> {
  const roots = await contentRoots(host, options);
  const { openIndexedLibrary } = await import('../content/index/open.ts');
  const loadReader = async () => (await import('../content/read-topic.ts')).readTopic;
  const open = (database: Database) =>
    openIndexedLibrary({ roots, files: host.files, database, build: host.build, loadReader });
  const { openDatabase } = await import('../platform/sqlite.ts');
  try {
    return await open(openDatabase(join(host.paths.cache, 'index.sqlite')));
  } catch {
    // The index holds nothing that can't be read again: when it is damaged, locked or on a read-only disk, one in
    // memory serves this run.
    return open(openDatabase(':memory:'));
  }
}

/** One line on standard error when something in the content is wrong; `check` says what. */
export function mentionProblems(library: Library, host: Host): void {
  const count = library.problems().length;
  if (count > 0)
    host.stderr.write(
      `swelearn: ${count} problem${count === 1 ? '' : 's'} in the content: see swelearn check\n`,
    );
}
