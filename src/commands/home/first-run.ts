import { preferencesFile, readPreferences, writePreferences } from '../../platform/preferences.ts';
import type { Answers } from '../../tui/screens/first-run/answers.ts';
import type { Host } from '../host.ts';
import { openStoreForReading, progressFile } from '../open-store.ts';

/** Who has met fewer questions and exercises only looks around as yet. */
const FEW = 5;

const ASKED: readonly (keyof Answers)[] = ['interview', 'minutesPerDay', 'topics'];

/** Whether nothing was ever said about how to study, and hardly anything answered. */
export function isFirstRun(host: Host): boolean {
  return !wasPlanned(host) && hasMetFew(host);
}

/** Whether any of it stands in the preferences: what was left open there was left open by the learner. */
function wasPlanned({ files, paths }: Host): boolean {
  // What can't be read may hold a plan.
  if (readPreferences(paths).trouble) return true;
  const read = files.readText(preferencesFile(paths));
  if (!read.ok) return false;
  const stated: object = JSON.parse(read.text);
  return ASKED.some((key) => key in stated);
}

function hasMetFew(host: Host): boolean {
  if (!host.files.stat(progressFile(host))) return true;
  const store = openStoreForReading(host);
  try {
    return store.progress().size < FEW;
  } finally {
    store.close();
  }
}

/** Keeps what the learner said, also that something was left open, so that nobody is asked twice. */
export async function begin(host: Host, answers: Answers): Promise<void> {
  await writePreferences(host.paths, answers);
}
