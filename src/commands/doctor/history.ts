import type { Progress } from '../../domain/progress.ts';
import { openDatabase } from '../../platform/sqlite.ts';
import { newestVersion, type ReviewStore } from '../../reviews/index.ts';
import { damageIn, type Summary, summaryOf } from '../../reviews/summary.ts';
import { backUp } from '../backup/backups.ts';
import { summaryWords } from '../backup/words.ts';
import { counted } from '../counted.ts';
import type { Host } from '../host.ts';
import { localTime } from '../local-time.ts';
import { explainStorage, openStore, openStoreForReading, progressFile } from '../open-store.ts';
import { type Finding, unreadable, well, wrong } from './finding.ts';

/** A clock may differ by so much from that of another machine, in milliseconds. */
const CLOCK_TOLERANCE_MS = 3_600_000;
/** As many questions are named. */
const NAMED = 5;

/** Looks at the history, and rebuilds its progress when told so. */
export function historyFindings(host: Host, rebuild: boolean): Finding[] {
  const file = progressFile(host);
  if (!host.files.stat(file)) return [well(`there is no history yet: ${file} will hold it`)];
  try {
    return look(host, file, rebuild);
  } catch (error) {
    return [unreadable(explainStorage(error, file))];
  }
}

function look(host: Host, file: string, rebuild: boolean): Finding[] {
  // Opened first as every command does, which brings an older one to the newest version.
  const store = rebuild ? openStore(host) : openStoreForReading(host);
  try {
    const { summary, damage } = inspect(file);
    return [
      damage.length === 0
        ? well(`${file} is in order: version ${newestVersion}, ${summaryWords(summary)}`)
        : wrong(
            `${file} is damaged: ${damage[0]}`,
            'swelearn backup list shows the backups, swelearn backup restore brings one back',
          ),
      clock(summary, host.calendar.nowMs()),
      rebuild ? rebuilt(host, file, store) : progress(store, summary),
    ];
  } finally {
    store.close();
  }
}

function inspect(file: string): { summary: Summary; damage: string[] } {
  const database = openDatabase(file);
  try {
    return { damage: damageIn(database, 'integrity_check'), summary: summaryOf(database) };
  } finally {
    database.close();
  }
}

function clock({ lastMs }: Summary, nowMs: number): Finding {
  if (lastMs === null || lastMs <= nowMs + CLOCK_TOLERANCE_MS)
    return well(`the clock is not behind the history: it is ${localTime(nowMs)}`);
  return wrong(
    `an entry was made at ${localTime(lastMs)}, and it is ${localTime(nowMs)}`,
    'set the clock if it is wrong; if it was wrong then, all is kept, and some questions come back late',
  );
}

function progress(store: ReviewStore, { entries, questions }: Summary): Finding {
  const differences = store.differences();
  if (differences.length === 0)
    return well(
      `progress of ${counted(questions, 'question')} equals what ${counted(entries, 'log entry', 'log entries')} add up to`,
    );
  return wrong(
    `progress of ${counted(differences.length, 'question')} is not what the log adds up to: ${named(differences)}`,
    'swelearn doctor --rebuild puts it right; the log is complete',
  );
}

function rebuilt(host: Host, file: string, store: ReviewStore): Finding {
  const differences = store.differences();
  const backup = backUp(host, file, 'rebuild');
  store.rebuild();
  const changed =
    differences.length === 0
      ? 'nothing changed'
      : `${counted(differences.length, 'question')} changed: ${differences.map(change).slice(0, NAMED).join('; ')}`;
  return well(`progress was derived from the log anew, ${changed} (before it: ${backup})`);
}

function named(differences: readonly { readonly question: string }[]): string {
  const more = differences.length > NAMED ? ' and others' : '';
  return `${differences
    .map(({ question }) => question)
    .slice(0, NAMED)
    .join(', ')}${more}`;
}

function change({ question, stored, derived }: ReturnType<ReviewStore['differences']>[number]) {
  return `${question} from ${standing(stored)} to ${standing(derived)}`;
}

function standing(progress: Progress | undefined): string {
  const memory = progress?.memory;
  if (!memory) return 'New';
  return `${memory.state} (stability ${memory.stability.toFixed(2)} d, ${counted(memory.lapses, 'lapse')})`;
}
