import { resolve } from 'node:path';
import type { LogEntry } from '../../domain/review-log.ts';
import { UserError } from '../../domain/user-error.ts';
import { sanitize } from '../../markdown/sanitize.ts';
import { readLarge } from '../../platform/read-large.ts';
import { readHistory } from '../../reviews/import-json.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { backUp } from '../backup/backups.ts';
import { counted } from '../counted.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { openLibrary } from '../open-library.ts';
import { explainStorage, openStore, openStoreForReading, progressFile } from '../open-store.ts';
import { outlinesIn } from '../quiz/study-state.ts';

export interface HistoryOptions extends GlobalOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Merges the history of another machine, or of an earlier time, into this one. Takes all of a file or nothing. */
export async function importHistory(
  host: Host,
  path: string,
  options: HistoryOptions,
): Promise<void> {
  const entries = read(host, path);
  // Read first: when the content can't be found, nothing must have been merged.
  const names = await questionNames(host, options);
  const counts = options.dryRun ? tried(host, entries) : merged(host, entries);
  const unknown = unknownQuestions(names, entries);
  if (options.json) {
    const report = { schema: 'swelearn.import-history/1', ...counts, unknown };
    host.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const are = options.dryRun ? 'would be new' : 'new';
  host.stdout.write(
    `${counted(counts.added, 'entry', 'entries')} ${are}, ${counts.known.toLocaleString('en')} known already, ${counted(unknown.length, 'question')} not in your content\n`,
  );
}

function read(host: Host, path: string): readonly LogEntry[] {
  const file = readLarge(resolve(host.cwd, path));
  const result = file.ok ? readHistory(file.text) : file;
  if (!result.ok)
    throw new UserError(
      sanitize(`${path} can't be imported: ${result.why}`),
      'give a file that swelearn export wrote; nothing was taken',
    );
  return result.entries;
}

function tried(host: Host, entries: readonly LogEntry[]): ReturnType<ReviewStore['merge']> {
  const store = openStoreForReading(host);
  try {
    const known = new Set<string>();
    for (const { id } of store.entries()) known.add(id);
    const before = known.size;
    for (const { id } of entries) known.add(id);
    const added = known.size - before;
    return { added, known: entries.length - added };
  } finally {
    store.close();
  }
}

function merged(host: Host, entries: readonly LogEntry[]): ReturnType<ReviewStore['merge']> {
  const file = progressFile(host);
  if (host.files.stat(file)) backUp(host, file, 'import');
  const store = openStore(host);
  try {
    return store.merge(entries);
  } catch (error) {
    throw explainStorage(error, file);
  } finally {
    store.close();
  }
}

/** The ids of all questions and exercises, and those that questions had earlier. */
async function questionNames(host: Host, options: GlobalOptions): Promise<ReadonlySet<string>> {
  const library = await openLibrary(host, options);
  const names = new Set(outlinesIn(library).flatMap(({ id, formerly }) => [id, ...formerly]));
  library.close();
  return names;
}

/** Ids that have entries and stand in no topic. */
function unknownQuestions(names: ReadonlySet<string>, entries: readonly LogEntry[]): string[] {
  const asked = new Set(entries.flatMap((entry) => ('question' in entry ? entry.question : [])));
  return [...asked].filter((id) => !names.has(id)).sort();
}
