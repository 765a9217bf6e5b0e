import type { TopicSummary } from '../../content/library.ts';
import type { QuestionOutline } from '../../domain/question.ts';
import { byFamily, familiesOf, inTurn, spreadAmong } from '../../scheduling/interleave.ts';
import type { Work } from '../../scheduling/item.ts';
import type { Session } from '../../scheduling/session.ts';
import type { QuizCard } from '../../tui/index.tsx';

/** A session drawn from today's work, and why each of its questions is asked. */
interface Drawn {
  readonly session: Session;
  readonly why: ReadonlyMap<string, QuizCard['why']>;
}

/** Takes as many questions of today's work as there is room for, topics in turn, and arranges them by families. */
export function drawSession(
  work: Work,
  room: number,
  topics: readonly TopicSummary[],
  outlines: ReadonlyMap<string, QuestionOutline>,
): Drawn {
  const topicOf = (id: string) => outlines.get(id)?.topic ?? '';
  const familyOf = familiesOf(
    topics.flatMap(({ id, confusedWith }) => confusedWith.map((other) => [id, other] as const)),
  );
  const known = [...work.reviews, ...work.lastPass];
  const left = Math.max(0, room - work.learning.length);
  const freshRoom = shareOfFresh(work.fresh.length, known.length, left);
  const fresh = inTurn(work.fresh, topicOf).slice(0, freshRoom);
  const old = inTurn(known, topicOf).slice(0, left - fresh.length);
  const waiting = spreadAmong(byFamily(old, topicOf, familyOf), byFamily(fresh, topicOf, familyOf));
  const steps = work.learning.slice(0, room);
  const why = new Map<string, QuizCard['why']>([
    ...work.reviews.map((id) => [id, 'due'] as const),
    ...work.lastPass.map((id) => [id, 'last pass'] as const),
    ...work.fresh.map((id) => [id, 'new'] as const),
    ...work.learning.map(({ id }) => [id, 'step'] as const),
  ]);
  return { session: { waiting, steps, room: room - waiting.length - steps.length }, why };
}

/** New questions get their part of a short session, so that reviews never crowd them out. */
function shareOfFresh(fresh: number, known: number, room: number): number {
  if (fresh + known <= room) return fresh;
  return Math.min(fresh, Math.ceil((room * fresh) / (fresh + known)));
}
