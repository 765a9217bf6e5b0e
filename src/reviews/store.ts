import type { Day } from '../domain/day.ts';
import type { ParameterSet } from '../domain/parameter-set.ts';
import type { Database } from '../domain/ports.ts';
import type { Progress } from '../domain/progress.ts';
import type {
  Attempt,
  Carry,
  Change,
  LogEntry,
  NewWeights,
  Outcome,
  Review,
  Undo,
} from '../domain/review-log.ts';
import { afterEntry, derive, type ExplainedBy } from '../scheduling/derive.ts';
import { retrievability } from '../scheduling/fsrs.ts';
import { atOneMoment } from './at-one-moment.ts';
import { ReviewLog } from './log.ts';
import { ParameterSets } from './parameter-sets.ts';
import { ProgressTable } from './progress-table.ts';

/** What a caller says of a new entry; the store adds its id, its order and what follows from the history. */
type Said<Entry> = Omit<Entry, 'id' | 'orderMs' | 'elapsedDays' | 'predicted'>;
export type NewEntry = Said<Review> | Said<Change> | Said<Carry> | Said<NewWeights>;

export interface Recorded {
  readonly entry: LogEntry;
  /** Where its question stands then; undefined when it is New, or when the entry is about no question. */
  readonly progress: Progress | undefined;
}

export interface Undone {
  readonly entry: Review | Change;
  /** Where the question stands again; undefined when it is New again. */
  readonly progress: Progress | undefined;
}

/** One question whose stored progress is not what its log entries add up to. */
export interface Difference {
  readonly question: string;
  readonly stored: Progress | undefined;
  readonly derived: Progress | undefined;
}

/**
 * The learner's history. Each method that changes it is one transaction, and durable when it returns; each throws what the
 * database throws, having changed nothing.
 */
export interface ReviewStore {
  /** Where every question that has a history stands, by id; `among` leaves out all others. */
  progress(among?: readonly string[]): ReadonlyMap<string, Progress>;
  progressOf(question: string): Progress | undefined;
  /** Adds an entry to the log. */
  record(entry: NewEntry): Recorded;
  /** Adds the review of an exercise and how the exercise went. To take back the review is to take back both. */
  recordAttempt(review: Said<Review>, went: Outcome & Pick<Attempt, 'durationMs'>): Recorded;
  /** Takes back the last review or change that was not taken back; undefined when there is none. */
  undo(moment: { atMs: number; day: Day }): Undone | undefined;
  /** Every entry in order, those taken back included. */
  entries(): Iterable<LogEntry>;
  /** Every attempt at an exercise in order, without those whose reviews were taken back. */
  attempts(): readonly Attempt[];
  /** The reviews of some days, both ends included, without those taken back. */
  reviewsBetween(first: Day, last: Day): readonly Review[];
  /** The time that questions took on some days, and how many those were, each counted once a day. Exercises are none. */
  effortBetween(first: Day, last: Day): { readonly questions: number; readonly ms: number };
  /** Whether `from` has a history of which not all was carried on by `question`. */
  hasMoreToCarry(question: string, from: string): boolean;
  /** Trained weights; undefined when there are none. */
  weights(): readonly number[] | undefined;
  /** Adds the entries that are not there yet, from another machine's log, and gives how many those were. */
  merge(entries: Iterable<LogEntry>): { added: number; known: number };
  /** Where stored progress and the log disagree; the log is right. */
  differences(): readonly Difference[];
  /** Derives all progress from the log anew. */
  rebuild(): void;
  close(): void;
}

/** The store in a database that was migrated. `newId` makes ids that no other machine makes. */
export function openReviewStore(database: Database, newId: () => string): ReviewStore {
  const parameterSets = new ParameterSets(database);
  const log = new ReviewLog(database, parameterSets);
  const table = new ProgressTable(database);

  const derived = (question: string, explained = explainedBy(log.weights())) =>
    derive(question, log.entriesOf(question), explained);
  const derivedAll = () => {
    const explained = explainedBy(log.weights());
    return new Map(
      log.questions().map((question) => [question, derived(question, explained)] as const),
    );
  };
  const rebuild = () => {
    table.clear();
    for (const [question, progress] of derivedAll()) table.put(question, progress);
  };

  const recorded = (said: NewEntry): Recorded => {
    const stamp = { id: newId(), orderMs: log.nextOrderMs(said.atMs) };
    if (said.kind === 'weights') {
      const entry = { ...said, ...stamp };
      log.append(entry);
      rebuild();
      return { entry, progress: undefined };
    }
    const { question } = said;
    const before = table.get(question);
    const explained = explainedBy(log.weights());
    const entry =
      said.kind === 'review'
        ? { ...said, ...stamp, ...seenFrom(before, said, explained) }
        : { ...said, ...stamp };
    log.append(entry);
    const progress =
      entry.kind === 'carry' ? derived(question) : afterEntry(before, question, entry, explained);
    table.put(question, progress);
    return { entry, progress };
  };

  return {
    progress: (among) => (among ? table.among(among) : table.all()),
    progressOf: (question) => table.get(question),
    record: (said) => database.transaction(() => recorded(said)),
    recordAttempt: (review, went) =>
      database.transaction(() => {
        const kept = recorded(review);
        const { question, fingerprint, atMs, day } = review;
        const id = newId();
        const orderMs = log.nextOrderMs(atMs);
        const of = { question, fingerprint, atMs, day, review: kept.entry.id };
        log.append({ ...went, ...of, kind: 'attempt', id, orderMs });
        return kept;
      }),
    undo: ({ atMs, day }) =>
      database.transaction(() => {
        const entry = log.lastToUndo();
        if (!entry) return undefined;
        const { question, id: undoes } = entry;
        const undo: Undo = {
          id: newId(),
          kind: 'undo',
          atMs,
          day,
          question,
          undoes,
          orderMs: log.nextOrderMs(atMs),
        };
        log.append(undo);
        for (const each of new Set([question, ...log.heirsOf(question)]))
          table.put(each, derived(each));
        return { entry, progress: table.get(question) };
      }),
    entries: () => log.entries(),
    attempts: () => log.attempts(),
    reviewsBetween: (first, last) => log.reviewsBetween(first, last),
    effortBetween: (first, last) => log.effortBetween(first, last),
    hasMoreToCarry: (question, from) => log.hasMoreToCarry(question, from),
    weights: () => log.weights(),
    merge: (entries) =>
      database.transaction(() => {
        let [added, known] = [0, 0];
        for (const entry of entries) {
          if (log.has(entry.id)) known += 1;
          else {
            log.append(entry);
            added += 1;
          }
        }
        if (added > 0) rebuild();
        return { added, known };
      }),
    differences: () => {
      const [stored, right] = atOneMoment(database, () => [table.all(), derivedAll()] as const);
      return [...new Set([...stored.keys(), ...right.keys()])]
        .map((question) => ({
          question,
          stored: stored.get(question),
          derived: right.get(question),
        }))
        .filter(({ stored: is, derived: should }) => !isSame(is, should));
    },
    rebuild: () => database.transaction(rebuild),
    close: () => database.close(),
  };
}

/** What a review adds of itself: how long ago the one before was, and how likely an answer was. */
function seenFrom(
  before: Progress | undefined,
  { day, parameters }: Said<Review>,
  explained: ExplainedBy,
): Pick<Review, 'elapsedDays' | 'predicted'> {
  const memory = before?.memory;
  return {
    elapsedDays: memory ? Math.max(0, day - memory.lastDay) : null,
    predicted: memory ? retrievability(memory, day, explained(parameters).weights) : null,
  };
}

const trained = new WeakMap<ParameterSet, ParameterSet>();

/** Trained weights stand in for those that a review was made with. */
function explainedBy(weights: readonly number[] | undefined): ExplainedBy {
  if (!weights) return (parameters) => parameters;
  return (parameters) => {
    const known = trained.get(parameters);
    if (known && sameNumbers(known.weights, weights)) return known;
    const set = { ...parameters, weights };
    trained.set(parameters, set);
    return set;
  };
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function isSame(a: Progress | undefined, b: Progress | undefined): boolean {
  const { memory: one, ...restOfA } = a ?? {};
  const { memory: two, ...restOfB } = b ?? {};
  return sameFields(restOfA, restOfB) && sameFields(one ?? {}, two ?? {});
}

function sameFields(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => Reflect.get(a, key) === Reflect.get(b, key));
}
