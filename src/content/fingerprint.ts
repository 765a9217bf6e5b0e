import fnv1a from '@sindresorhus/fnv1a';
import type { Exercise } from '../domain/exercise.ts';
import type { Question } from '../domain/question.ts';

/**
 * Changes when the wording of a question, its task, its answer or its key points change in more than case, punctuation and
 * layout. It notices changes; it is no identity.
 */
export function fingerprintOf({ prompt, task, answer, keyPoints }: Question): string {
  return fingerprint([prompt, task, answer, keyPoints]);
}

/** Changes when what an exercise asks, or the system that it asks about, changes in more than layout. */
export function exerciseFingerprint({ scenario, set, task }: Exercise): string {
  return fingerprint([scenario.kind === 'own' ? scenario.text : scenario.name, set, task]);
}

function fingerprint(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts).replaceAll('\\n', ' ');
  // A point belongs to a number and is punctuation elsewhere.
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
  return fnv1a(words.join(' '), { size: 64 }).toString(36);
}
