import { isLike } from './like.ts';
import { wordsOf } from './words.ts';

/** Whether a gap is filled as the author did; case, marks, spaces and slips of the fingers don't matter. */
export function isGapRight(typed: string, hidden: string): boolean {
  const said = wordsOf(typed);
  const meant = wordsOf(hidden);
  // Such as an operator.
  if (meant.length === 0) return typed.trim() === hidden.trim();
  if (said.join('') === meant.join('')) return true;
  return (
    said.length === meant.length && said.every((word, index) => isLike(word, meant[index] ?? ''))
  );
}
