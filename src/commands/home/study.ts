import type { Library } from '../../content/library.ts';
import type { Day } from '../../domain/day.ts';
import type { StudySettings } from '../../domain/study-settings.ts';
import { readPreferences } from '../../platform/preferences.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import type { DoneToday, Item } from '../../scheduling/item.ts';
import type { Learner } from '../../scheduling/learner.ts';
import type { GlobalOptions, Host } from '../host.ts';
import { openLibrary } from '../open-library.ts';
import { openStoreForReading } from '../open-store.ts';
import { doneOn, isOfTopics, itemsOf, learnerOf, parametersFor } from '../quiz/study-state.ts';

/** Everything that today's work and the plan are made of. */
export interface Study {
  readonly library: Library;
  readonly settings: StudySettings;
  readonly today: Day;
  readonly nowMs: number;
  /** The questions of the topics that the learner chose, in an order in which they can be learnt. */
  readonly items: readonly Item[];
  readonly done: DoneToday;
  readonly learner: Learner;
}

/** Shows the study as it stands now; nothing is written but the index of the content. */
export async function withStudy<Result>(
  host: Host,
  options: GlobalOptions,
  use: (study: Study, store: ReviewStore) => Result,
): Promise<Result> {
  const library = await openLibrary(host, options);
  try {
    const store = openStoreForReading(host);
    try {
      // What is wrong with them was told when the content was looked for.
      const { preferences: settings } = readPreferences(host.paths);
      const nowMs = host.calendar.nowMs();
      const today = host.calendar.dayOf(nowMs);
      const items = itemsOf(library, store, isOfTopics(settings.topics, library));
      const done = doneOn(today, store);
      const learner = learnerOf(store, today, parametersFor(settings, store));
      return use({ library, settings, today, nowMs, items, done, learner }, store);
    } finally {
      store.close();
    }
  } finally {
    library.close();
  }
}
