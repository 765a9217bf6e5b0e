import { isInBlock } from './address.ts';
import type { Values } from './message.ts';
import type { Bound, Condition, FilterPolicy, KeyRule, Scalar } from './policy.ts';

/** The service compares five digits after the point. */
const DIGITS = 100_000;

/** Keys AND, values OR, alternatives of an `$or` OR (SNS-07). */
export function matches(policy: FilterPolicy, values: Values): boolean {
  for (const rule of policy.keys) if (!meets(rule, values(rule.key))) return false;
  for (const branches of policy.alternatives)
    if (!branches.some((branch) => matches(branch, values))) return false;
  return true;
}

/** Whether some value meets some condition; `exists` is about whether there is any value. */
export function meets(rule: KeyRule, values: readonly Scalar[]): boolean {
  for (const condition of rule.conditions) {
    if (condition.kind === 'exists') {
      if (condition.expected === values.length > 0) return true;
    } else {
      for (const value of values) if (holds(condition, value)) return true;
    }
  }
  return false;
}

function holds(condition: Condition, value: Scalar): boolean {
  switch (condition.kind) {
    case 'equals':
      return equals(condition.value, value);
    case 'prefix':
      return typeof value === 'string' && value.startsWith(condition.text);
    case 'suffix':
      return typeof value === 'string' && value.endsWith(condition.text);
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === condition.text;
    case 'anything-but':
      return !condition.conditions.some((excluded) => holds(excluded, value));
    case 'numeric':
      return typeof value === 'number' && condition.bounds.every((bound) => isWithin(value, bound));
    case 'cidr':
      return typeof value === 'string' && isInBlock(value, condition.block);
    case 'exists':
      return condition.expected;
  }
}

function equals(expected: Scalar, value: Scalar): boolean {
  if (typeof expected === 'number' && typeof value === 'number')
    return isWithin(value, { comparison: '=', than: expected });
  return expected === value;
}

function isWithin(value: number, { comparison, than }: Bound): boolean {
  const difference = Math.round(value * DIGITS) - Math.round(than * DIGITS);
  switch (comparison) {
    case '=':
      return difference === 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}
