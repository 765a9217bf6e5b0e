import type { Library } from '../../content/library.ts';
import type { Exercise } from '../../domain/exercise.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ReviewStore } from '../../reviews/index.ts';
import { didYouMean } from '../../wording/nearest.ts';
import { contentRoots } from '../content-roots.ts';
import type { Host } from '../host.ts';
import { openLibrary } from '../open-library.ts';
import { openStore } from '../open-store.ts';
import { courseOf, type Rung } from './course.ts';
import type { TryOptions } from './options.ts';

/** What every way of trying exercises stands on. */
export interface TryGround {
  readonly host: Host;
  readonly options: TryOptions;
  readonly library: Library;
  readonly store: ReviewStore;
  /** Content directories, where scenarios are found. */
  readonly roots: readonly string[];
  /** Ends what is still being judged when the learner has left. */
  readonly signal: AbortSignal;
}

/** Opens content and history, does something with them, and closes them. */
export async function withGround<Result>(
  host: Host,
  options: TryOptions,
  work: (ground: TryGround) => Promise<Result>,
): Promise<Result> {
  const roots = await contentRoots(host, options);
  const library = await openLibrary(host, options);
  const leaving = new AbortController();
  try {
    const store = openStore(host);
    try {
      return await work({ host, options, library, store, roots, signal: leaving.signal });
    } finally {
      leaving.abort(new UserError('the learner has left', ''));
      store.close();
    }
  } finally {
    library.close();
  }
}

export function courseNow({ host: { calendar }, library, store }: TryGround): readonly Rung[] {
  return courseOf(library, store, calendar.dayOf(calendar.nowMs()));
}

/** An exercise by its id. Throws a UserError that says what to type instead. */
export function exerciseNamed(id: string, { library }: TryGround): Exercise {
  const exercise = library.exercise(id);
  if (exercise) return exercise;
  const ids = library.exercises().map((each) => each.id);
  throw new UserError(
    `there is no exercise ${id}`,
    didYouMean(id, ids).trim() || 'swelearn try shows all of them',
  );
}
