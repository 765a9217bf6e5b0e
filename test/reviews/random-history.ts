import fc from 'fast-check';
import type { ParameterSet } from '../../src/domain/parameter-set.ts';
import type { Database } from '../../src/domain/ports.ts';
import type { Rating } from '../../src/domain/rating.ts';
import { openDatabase } from '../../src/platform/sqlite.ts';
import { migrate, openReviewStore, type ReviewStore } from '../../src/reviews/index.ts';
import { defaultParameters, defaultWeights } from '../../src/scheduling/fsrs.ts';

const MS_PER_DAY = 86_400_000;
export const START_MS = Date.UTC(2026, 10, 21, 9);

/** Something that a learner, the author or the optimizer does to a history. */
export type Act = { readonly afterMs: number } & (
  | {
      readonly kind: 'review';
      readonly question: string;
      readonly rating: Rating;
      readonly set: number;
    }
  | { readonly kind: 'attempt'; readonly question: string; readonly rating: Rating }
  | { readonly kind: 'suspend' | 'resume' | 'reset' | 'keep'; readonly question: string }
  | { readonly kind: 'carry'; readonly question: string; readonly from: string }
  | { readonly kind: 'weights'; readonly shift: number }
  | { readonly kind: 'undo' }
);

const sets: readonly ParameterSet[] = [
  defaultParameters,
  { ...defaultParameters, desiredRetention: 0.95 },
  { ...defaultParameters, learningSteps: [], relearningSteps: [], fuzz: false },
];

const question = fc.constantFrom('a', 'b', 'c', 'd');
/** Time that passes before an act; now and then the clock goes back. */
const afterMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20 * MS_PER_DAY }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -5 * MS_PER_DAY, max: -1 }) },
);

/** What can be taken back, and taking back. */
const undoable = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      question,
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      set: fc.nat(sets.length - 1),
      afterMs,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('attempt' as const),
      question,
      rating: fc.constantFrom<Rating>(1, 2, 3),
      afterMs,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('suspend' as const, 'resume', 'reset', 'keep'),
      question,
      afterMs,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), afterMs }) },
);

const lasting = fc.oneof(
  fc.record({ kind: fc.constant('carry' as const), question, from: question, afterMs }),
  fc.record({ kind: fc.constant('weights' as const), shift: fc.nat(3), afterMs }),
);

export const undoableActs = fc.array(undoable, { maxLength: 15 });

export const acts = fc.array(
  fc.oneof({ weight: 6, arbitrary: undoable }, { weight: 1, arbitrary: lasting }),
  { maxLength: 20 },
);

/** A migrated database without a history, in memory or in a file. */
export function newDatabase(path = ':memory:'): Database {
  const database = openDatabase(path);
  migrate(database);
  return database;
}

export function newStore(machine: string, database = newDatabase()): ReviewStore {
  return openReviewStore(database, idsOf(machine));
}

/** Ids that no other machine makes, and that don't sort by time. */
function idsOf(machine: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${(count * 7919) % 1000}-${machine}-${count}`;
  };
}

/** Does the acts one after another; gives the clock at the end. */
export function perform(store: ReviewStore, all: readonly Act[], fromMs = START_MS): number {
  let atMs = fromMs;
  for (const act of all) {
    atMs += act.afterMs;
    performOne(store, act, atMs);
  }
  return atMs;
}

export function performOne(store: ReviewStore, act: Act, atMs: number): void {
  const moment = { atMs, day: Math.floor(atMs / MS_PER_DAY) };
  const fingerprint = `f${atMs % 3}`;
  switch (act.kind) {
    case 'undo':
      store.undo(moment);
      break;
    case 'review':
      store.record({
        kind: 'review',
        question: act.question,
        rating: act.rating,
        durationMs: 4000,
        source: 'quiz',
        fingerprint,
        parameters: sets[act.set] ?? defaultParameters,
        ...moment,
      });
      break;
    case 'attempt':
      store.recordAttempt(
        {
          kind: 'review',
          question: act.question,
          rating: act.rating,
          durationMs: 180_000,
          source: 'exercise',
          fingerprint,
          parameters: defaultParameters,
          ...moment,
        },
        {
          durationMs: 900_000,
          passed: act.rating > 1,
          tries: 2,
          hints: atMs % 2,
          predictions: ['How many are lost?: you said 40, it is 118'],
          explanation: act.rating > 1 ? 'The lease is too short.' : '',
        },
      );
      break;
    case 'carry':
      store.record({ kind: 'carry', question: act.question, from: act.from, ...moment });
      break;
    case 'weights':
      store.record({
        kind: 'weights',
        weights: defaultWeights.map((weight) => weight * (1 + act.shift / 50)),
        ...moment,
      });
      break;
    default:
      store.record({ kind: act.kind, question: act.question, fingerprint, ...moment });
  }
}
