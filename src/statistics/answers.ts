import type { LogEntry, Review } from '../domain/review-log.ts';

/** A review in its question's history as the log tells it now, without what was taken back. */
export interface Answer {
  readonly review: Review;
  /** The answer before it; undefined on the first one, and on the first after a reset. */
  readonly before: Answer | undefined;
  /** Days since the answer before; 0 on the first. */
  readonly elapsedDays: number;
  /** How many of the answers before it were spaced, and how many of those failed. */
  readonly spacedBefore: number;
  readonly lapsesBefore: number;
}

/** Every review that counts, once, in the order of the log. */
export function answersOf(entries: Iterable<LogEntry>): Answer[] {
  const log = [...entries];
  const takenBack = new Set(log.flatMap((entry) => (entry.kind === 'undo' ? [entry.undoes] : [])));
  const latest = new Map<string, Answer>();
  const answers: Answer[] = [];
  for (const entry of log) {
    if (takenBack.has(entry.id)) continue;
    if (entry.kind === 'review') {
      const answer = following(latest.get(entry.question), entry);
      latest.set(entry.question, answer);
      answers.push(answer);
    } else if (entry.kind === 'reset') latest.delete(entry.question);
    else if (entry.kind === 'carry') {
      const joined = join(latest.get(entry.from), latest.get(entry.question));
      if (joined) latest.set(entry.question, joined);
    }
  }
  return answers;
}

/** The answers before one, oldest first. */
export function pastOf({ before }: Answer): Answer[] {
  const past: Answer[] = [];
  for (let answer = before; answer; answer = answer.before) past.push(answer);
  return past.reverse();
}

/** Whether an answer tells of memory: it was given at least a day after the one before. */
export function isSpaced({ elapsedDays }: Answer): boolean {
  return elapsedDays >= 1;
}

/** Whether the question was recalled: everything but Again. */
export function isRecalled({ review }: Answer): boolean {
  return review.rating > 1;
}

function following(before: Answer | undefined, review: Review): Answer {
  // A clock that was set back must not make time run backwards.
  const elapsedDays = before ? Math.max(0, review.day - before.review.day) : 0;
  const [spaced, lapses] = before && isSpaced(before) ? [1, isRecalled(before) ? 0 : 1] : [0, 0];
  return {
    review,
    before,
    elapsedDays,
    spacedBefore: (before?.spacedBefore ?? 0) + spaced,
    lapsesBefore: (before?.lapsesBefore ?? 0) + lapses,
  };
}

/** One history of what was answered under an earlier id and under the present one, as after a merge of two machines. */
function join(earlier: Answer | undefined, own: Answer | undefined): Answer | undefined {
  if (!earlier || !own) return earlier ?? own;
  return [...pastOf(earlier), earlier, ...pastOf(own), own]
    .map(({ review }) => review)
    .sort((a, b) => a.orderMs - b.orderMs)
    .reduce<Answer | undefined>(following, undefined);
}
