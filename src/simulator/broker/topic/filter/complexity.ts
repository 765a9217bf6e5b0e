import { isObject } from './message.ts';

/** Names that make an object in an `$or` a condition and not a branch. */
const OPERATORS = new Set([
  'prefix',
  'suffix',
  'equals-ignore-case',
  'anything-but',
  'numeric',
  'exists',
  'cidr',
]);

/** Whether a member of a policy is the `$or` operator; otherwise `$or` is a key like any other. */
export function isAlternatives(
  key: string,
  value: unknown,
): value is readonly Readonly<Record<string, unknown>>[] {
  return (
    key === '$or' &&
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((branch) => isObject(branch) && !Object.keys(branch).some((k) => OPERATORS.has(k)))
  );
}

/**
 * Combinations of values, of which the service allows 150: the lists' lengths multiplied, each times its depth of nesting;
 * the branches of an `$or` add up.
 */
export function combinationsOf(
  policy: Readonly<Record<string, unknown>>,
  depth = 1,
  outer = 1,
): number {
  let combinations = outer;
  for (const [key, value] of Object.entries(policy)) {
    if (isAlternatives(key, value)) {
      const base = combinations;
      combinations = value.reduce((sum, branch) => sum + combinationsOf(branch, depth, base), 0);
    } else if (Array.isArray(value)) {
      combinations *= value.length * depth;
    } else if (isObject(value)) {
      combinations = combinationsOf(value, depth + 1, combinations);
    }
  }
  return combinations;
}
