import type { QuestionOutline } from '../domain/question.ts';
import { inTurn } from './interleave.ts';
import { shuffledIndices } from './shuffle.ts';

/** A question that opens a subject, then one follow-up a level: as an interviewer digs. */
export type Dig = readonly string[];

/** Kinds that can be asked aloud. */
const SPOKEN: readonly QuestionOutline['kind'][] = ['recall', 'number'];

/**
 * The subjects of an interview in the order in which they are opened: topics in turn, each question at most once. The seed
 * decides the order and which of several follow-ups is taken. Nothing is locked: an interviewer asks what comes to mind.
 */
export function mockRound(questions: readonly QuestionOutline[], seed: number): Dig[] {
  const spoken = shuffled(
    questions.filter(({ kind }) => SPOKEN.includes(kind)),
    seed,
  );
  const topicOf = new Map(spoken.map(({ id, topic }) => [id, topic]));
  const roots = spoken.filter(({ parent }) => parent === undefined).map(({ id }) => id);
  return inTurn(roots, (id) => topicOf.get(id) ?? '').map((root) => dig(root, spoken));
}

function dig(id: string, questions: readonly QuestionOutline[]): string[] {
  const followUp = questions.find(({ parent }) => parent === id);
  return followUp ? [id, ...dig(followUp.id, questions)] : [id];
}

function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  return shuffledIndices(values.length, seed).flatMap((index) => values.slice(index, index + 1));
}
