import { join } from 'node:path';
import { sanitize } from '../../markdown/sanitize.ts';
import { preferencesFile, readPreferences } from '../../platform/preferences.ts';
import { runtime } from '../../platform/runtime.ts';
import { openDatabase } from '../../platform/sqlite.ts';
import { assertSound, backupsDirectory, backupsOf } from '../backup/backups.ts';
import { counted } from '../counted.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { localTime } from '../local-time.ts';
import { openLibrary } from '../open-library.ts';
import { openStoreForReading, progressFile } from '../open-store.ts';
import { type Finding, well, wrong } from './finding.ts';
import { historyFindings } from './history.ts';

/** Looks at everything, says what it found, and sets the exit code. */
export async function doctor(
  host: Host,
  options: GlobalOptions & { readonly rebuild: boolean },
): Promise<void> {
  const findings = [
    ...historyFindings(host, options.rebuild),
    backups(host),
    await preferences(host),
    await content(host, options),
    well(`${runtime}, SQLite ${sqliteVersion()}`),
  ];
  for (const { state, what, fix } of findings) {
    host.stdout.write(`${state === 'well' ? 'well ' : 'WRONG'}  ${sanitize(what)}\n`);
    if (fix !== undefined) host.stdout.write(`       ${sanitize(fix)}\n`);
  }
  const states = findings.map(({ state }) => state);
  if (states.includes('unreadable')) host.exitWith(3);
  else if (states.includes('wrong')) host.exitWith(1);
}

function backups(host: Host): Finding {
  const file = progressFile(host);
  const [newest, ...others] = backupsOf(host, file);
  if (!host.files.stat(file) && !newest) return well('there is nothing to back up yet');
  if (!newest && hasPast(host)) return wrong('there is no backup', 'swelearn backup makes one');
  if (!newest) return well('there is no backup yet: the first is made on the next day of study');
  const path = join(backupsDirectory(file), newest.name);
  try {
    assertSound(path);
    return well(
      `${counted(others.length + 1, 'backup')}, the newest of ${localTime(newest.atMs)}, which can be opened`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return wrong(`the newest backup, ${path}, is no good: ${why}`, 'swelearn backup makes one');
  }
}

/** Whether something was learnt before today. */
function hasPast(host: Host): boolean {
  const { nowMs, dayOf } = host.calendar;
  try {
    const store = openStoreForReading(host);
    const [first] = store.entries();
    store.close();
    return first !== undefined && first.day < dayOf(nowMs());
  } catch {
    return true;
  }
}

async function preferences({ paths }: Host): Promise<Finding> {
  const { trouble } = readPreferences(paths);
  if (!trouble) return well(`preferences can be read: ${preferencesFile(paths)}`);
  return wrong(trouble, 'until then the defaults hold');
}

async function content(host: Host, options: GlobalOptions): Promise<Finding> {
  const library = await openLibrary(host, options);
  try {
    const [topics, problems] = [library.topics().length, library.problems().length];
    const questions = counted(library.questions().length, 'question');
    if (problems === 0)
      return well(`${counted(topics, 'topic')} with ${questions}, and nothing wrong in them`);
    return wrong(`${counted(problems, 'problem')} in the content`, 'swelearn check says which');
  } finally {
    library.close();
  }
}

function sqliteVersion(): string {
  const database = openDatabase(':memory:');
  try {
    const [row] = database.all<{ version: string }>('SELECT sqlite_version() AS version');
    return row?.version ?? 'unknown';
  } finally {
    database.close();
  }
}
