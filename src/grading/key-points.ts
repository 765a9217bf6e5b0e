import { isLike } from './like.ts';
import { contentStems } from './words.ts';

/** The part of a point's words that an answer must hold. */
const ENOUGH = 0.6;

/** Which key points a typed answer seems to contain, as their indices. The learner has the last word. */
export function matchedKeyPoints(typed: string, keyPoints: readonly string[]): Set<number> {
  const said = contentStems(typed);
  return new Set(
    keyPoints.flatMap((keyPoint, index) => (contains(said, contentStems(keyPoint)) ? [index] : [])),
  );
}

/** Every number of the point, and most of its other words. */
function contains(said: readonly string[], point: readonly string[]): boolean {
  const isSaid = (word: string) => said.some((other) => isLike(other, word));
  const numbers = point.filter((word) => /^\p{N}/u.test(word));
  const words = [...new Set(point.filter((word) => !numbers.includes(word)))];
  if (point.length === 0 || !numbers.every(isSaid)) return false;
  return words.filter(isSaid).length >= ENOUGH * words.length;
}
