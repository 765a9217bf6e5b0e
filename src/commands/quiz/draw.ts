import type { TopicSummary } from '../../content/library.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import { byFamily, familiesOf, inTurn, spreadAmong } from '../../scheduling/interleave.ts';
import type { Work } from '../../scheduling/item.ts';
import { isNearlyDue, type Session } from '../../scheduling/session.ts';
import type { QuizCard } from '../../tui/index.tsx';

/** A session drawn from today's work, and why each of its questions is asked. */
interface Drawn {
  readonly session: Session;
  readonly why: ReadonlyMap<string, QuizCard['why']>;
}

/**
 * Takes as many questions of today's work into a session as there is room for, topics in turn, and arranges them by families.
 * The session's own steps stay; those of others come in when they are nearly due.
 */
export function drawSession(
  work: Work,
  session: Session,
  nowMs: number,
  topics: readonly TopicSummary[],
  outlines: ReadonlyMap<string, QuestionOutline>,
): Drawn {
  const topicOf = (id: string) => outlines.get(id)?.topic ?? '';
  const familyOf = familiesOf(
    topics.flatMap(({ id, confusedWith }) => confusedWith.map((other) => [id, other] as const)),
  );
  const known = [...work.reviews, ...work.lastPass];
  const own = new Set(session.steps.map(({ id }) => id));
  const steps = work.learning
    .filter(({ id, dueMs }) => !own.has(id) && isNearlyDue(dueMs, nowMs))
    .slice(0, session.room);
  const left = session.room - steps.length;
  const freshRoom = shareOfFresh(work.fresh.length, known.length, left);
  const fresh = inTurn(work.fresh, topicOf).slice(0, freshRoom);
  const old = inTurn(known, topicOf).slice(0, left - fresh.length);
  const waiting = spreadAmong(byFamily(old, topicOf, familyOf), byFamily(fresh, topicOf, familyOf));
  const why = new Map<string, QuizCard['why']>([
    ...work.reviews.map((id) => [id, 'due'] as const),
    ...work.lastPass.map((id) => [id, 'last pass'] as const),
    ...work.fresh.map((id) => [id, 'new'] as const),
    ...work.learning.map(({ id }) => [id, 'step'] as const),
  ]);
  const drawn = { waiting, steps: [...session.steps, ...steps], room: left - waiting.length };
  return { session: drawn, why };
}

/** New questions get their part of a short session, so that reviews never crowd them out. */
function shareOfFresh(fresh: number, known: number, room: number): number {
  if (fresh + known <= room) return fresh;
  return Math.min(fresh, Math.ceil((room * fresh) / (fresh + known)));
}
