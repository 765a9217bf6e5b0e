import { distance } from 'fastest-levenshtein';

/** Shorter words are taken as written: one letter makes another word of them. */
const SHORTEST_WITH_ONE = 5;
const SHORTEST_WITH_TWO = 9;

/**
 * Whether one word may be the other with a slip of the fingers. The first letter must be right, because prefixes turn a
 * word into its opposite: visible, invisible. Numbers have no typos, they are other numbers.
 */
export function isLike(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (/\p{N}/u.test(typed + meant) || typed[0] !== meant[0]) return false;
  const { length } = meant;
  const slips = length < SHORTEST_WITH_ONE ? 0 : length < SHORTEST_WITH_TWO ? 1 : 2;
  return distance(typed, meant) <= slips;
}
