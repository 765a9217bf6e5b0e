import { join } from 'node:path';
import type { Library } from '../content/library.ts';
import type { Database } from '../domain/ports.ts';
import { contentRoots } from './content-roots.ts';
import type { GlobalOptions, Host } from './host.ts';

/**
 * Opens all content through its index in the cache directory. The index holds nothing that can't be read again: a damaged
 * one is removed and made anew, and where it can't be kept at all, one in memory serves this run.
 */
export async function openLibrary(host: Host, options: GlobalOptions): Promise<Library> {
  const roots = await contentRoots(host, options);
  const { openIndexedLibrary } = await import('../content/index/open.ts');
  const loadReader = async () => (await import('../content/read-topic.ts')).readTopic;
  const { isDamage, isStorageError, openDatabase, removeDatabase } = await import(
    '../platform/sqlite.ts'
  );
  const path = join(host.paths.cache, 'index.sqlite');
  const open = async (place: string) => {
    const database = openDatabase(place);
    try {
      const guarded = forgetful(database, (error) => isDamage(error) && removeDatabase(place));
      return await openIndexedLibrary({
        roots,
        files: host.files,
        database: guarded,
        build: host.build,
        loadReader,
      });
    } catch (error) {
      database.close();
      throw error;
    }
  };
  try {
    return await open(path);
  } catch (error) {
    if (!isStorageError(error)) throw error;
    if (isDamage(error)) removeDatabase(path);
  }
  return open(path).catch((error: unknown) => {
    if (!isStorageError(error)) throw error;
    return open(':memory:');
  });
}

/** A database that tells of damage when it is found late, so that the next run doesn't find it again. */
function forgetful(database: Database, onError: (error: unknown) => void): Database {
  const watched = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      onError(error);
      throw error;
    }
  };
  return {
    ...database,
    all: (sql, ...values) => watched(() => database.all(sql, ...values)),
    run: (sql, ...values) => watched(() => database.run(sql, ...values)),
  };
}

/** One line on standard error when something in the content is wrong, with the command that says what. */
export function mentionProblems(library: Library, host: Host, { content }: GlobalOptions): void {
  const count = library.problems().length;
  const command = ['swelearn check', ...content.map((directory) => `--content ${directory}`)].join(
    ' ',
  );
  if (count > 0)
    host.stderr.write(
      `swelearn: ${count} problem${count === 1 ? '' : 's'} in the content: see ${command}\n`,
    );
}
