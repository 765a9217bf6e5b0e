import type { ParameterSet } from '../domain/parameter-set.ts';
import type { SqlValue } from '../domain/ports.ts';
import type { Memory, Progress } from '../domain/progress.ts';
import type { Attempt, LogEntry, Outcome } from '../domain/review-log.ts';

/** A row of `review_log`. Columns that the entry's kind has no use for are null. */
export interface LogRow {
  readonly id: string;
  readonly kind: LogEntry['kind'];
  readonly question: string | null;
  readonly at_ms: number;
  readonly order_ms: number;
  readonly day: number;
  readonly fingerprint: string | null;
  readonly rating: number | null;
  readonly duration_ms: number | null;
  readonly source: string | null;
  readonly elapsed_days: number | null;
  readonly predicted: number | null;
  readonly parameter_set: number | null;
  readonly undoes: string | null;
  readonly carried_from: string | null;
  readonly weights: string | null;
  /** How an exercise went, as JSON. */
  readonly attempt: string | null;
}

export const LOG_COLUMNS =
  'id, kind, question, at_ms, order_ms, day, fingerprint, rating, duration_ms, source, elapsed_days, predicted, parameter_set, undoes, carried_from, weights, attempt';

/** The row of an entry; `parameterSet` is the id under which a review's parameters are kept. */
export function rowOf(entry: LogEntry, parameterSet: number | null): LogRow {
  const review = entry.kind === 'review' ? entry : undefined;
  const attempt = entry.kind === 'attempt' ? entry : undefined;
  return {
    id: entry.id,
    kind: entry.kind,
    question: 'question' in entry ? entry.question : null,
    at_ms: entry.atMs,
    order_ms: entry.orderMs,
    day: entry.day,
    fingerprint: 'fingerprint' in entry ? entry.fingerprint : null,
    rating: review?.rating ?? null,
    duration_ms: review?.durationMs ?? attempt?.durationMs ?? null,
    source: review?.source ?? null,
    elapsed_days: review?.elapsedDays ?? null,
    predicted: review?.predicted ?? null,
    parameter_set: parameterSet,
    undoes: entry.kind === 'undo' ? entry.undoes : null,
    carried_from: entry.kind === 'carry' ? entry.from : null,
    weights: entry.kind === 'weights' ? JSON.stringify(entry.weights) : null,
    attempt: attempt ? JSON.stringify(keptOf(attempt)) : null,
  };
}

type Kept = Outcome & Pick<Attempt, 'review'>;

function keptOf({ review, passed, tries, hints, predictions, explanation }: Attempt): Kept {
  return { review, passed, tries, hints, predictions, explanation };
}

export function entryOf(row: LogRow, parameterSet: (id: number) => ParameterSet): LogEntry {
  // It is spread last below: an object that begins with a spread is built ten times as slowly, and there may be a million.
  const stamp = { id: row.id, atMs: row.at_ms, orderMs: row.order_ms, day: row.day };
  const question = row.question ?? '';
  const fingerprint = row.fingerprint ?? '';
  switch (row.kind) {
    case 'review':
      return {
        kind: 'review',
        question,
        fingerprint,
        rating: row.rating as 1 | 2 | 3 | 4,
        durationMs: row.duration_ms ?? 0,
        source: row.source as 'quiz' | 'mock' | 'exercise' | 'import',
        elapsedDays: row.elapsed_days,
        predicted: row.predicted,
        parameters: parameterSet(row.parameter_set ?? 0),
        ...stamp,
      };
    case 'attempt':
      return {
        kind: 'attempt',
        question,
        fingerprint,
        durationMs: row.duration_ms ?? 0,
        ...(JSON.parse(row.attempt ?? '{}') as Kept),
        ...stamp,
      };
    case 'undo':
      return { kind: 'undo', question, undoes: row.undoes ?? '', ...stamp };
    case 'carry':
      return { kind: 'carry', question, from: row.carried_from ?? '', ...stamp };
    case 'weights':
      return { kind: 'weights', weights: JSON.parse(row.weights ?? '[]'), ...stamp };
    default:
      return { kind: row.kind, question, fingerprint, ...stamp };
  }
}

/** A row of `progress`. */
export interface ProgressRow {
  readonly question: string;
  readonly suspended: number;
  readonly fingerprint: string;
  readonly first_day: number | null;
  readonly state: Memory['state'] | null;
  readonly step: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly last_day: number;
  readonly last_ms: number;
  readonly scheduled_days: number;
  readonly due_day: number;
  readonly due_ms: number | null;
}

export function progressOf(row: ProgressRow): Progress {
  const { question, fingerprint } = row;
  return {
    question,
    fingerprint,
    suspended: row.suspended === 1,
    ...(row.first_day === null ? {} : { firstDay: row.first_day }),
    ...(row.state === null
      ? {}
      : {
          memory: {
            state: row.state,
            step: row.step,
            stability: row.stability,
            difficulty: row.difficulty,
            reps: row.reps,
            lapses: row.lapses,
            lastDay: row.last_day,
            lastMs: row.last_ms,
            scheduledDays: row.scheduled_days,
            dueDay: row.due_day,
            dueMs: row.due_ms,
          },
        }),
  };
}

/** The values of a row of `progress`, in the order of its columns. */
export function progressValues({
  question,
  suspended,
  fingerprint,
  firstDay,
  memory,
}: Progress): SqlValue[] {
  return [
    question,
    suspended ? 1 : 0,
    fingerprint,
    firstDay ?? null,
    memory?.state ?? null,
    memory?.step ?? null,
    memory?.stability ?? null,
    memory?.difficulty ?? null,
    memory?.reps ?? null,
    memory?.lapses ?? null,
    memory?.lastDay ?? null,
    memory?.lastMs ?? null,
    memory?.scheduledDays ?? null,
    memory?.dueDay ?? null,
    memory?.dueMs ?? null,
  ];
}
