import { readPreferences, writePreferences } from '../../platform/preferences.ts';
import type { Answers } from '../../tui/screens/first-run/answers.ts';
import type { Host } from '../host.ts';
import { openStore, progressFile } from '../open-store.ts';

/** Whether nothing was answered yet, and nothing said about how to study. */
export async function isFirstRun(host: Host): Promise<boolean> {
  if (host.files.stat(progressFile(host))) return false;
  const { preferences, trouble } = readPreferences(host.paths);
  const { interview, minutesPerDay, topics } = preferences;
  return !trouble && interview === null && minutesPerDay === null && topics.length === 0;
}

/** Keeps what the learner said. The history begins with it, so that nobody is asked twice. */
export async function begin(host: Host, answers: Answers): Promise<void> {
  await writePreferences(host.paths, answers);
  openStore(host).close();
}
