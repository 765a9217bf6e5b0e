import { Refusal } from '../../refusal.ts';
import { sizeOf } from '../../size.ts';
import { TOPIC_LIMITS } from '../limits.ts';
import type { SubscriptionAttributes } from '../settings.ts';
import { combinationsOf, isAlternatives } from './complexity.ts';
import { parseCondition } from './condition.ts';
import { isObject } from './message.ts';
import type { Condition, FilterPolicy, KeyRule } from './policy.ts';
import { PolicyProblem } from './problem.ts';

type Scope = SubscriptionAttributes['filterPolicyScope'];

/**
 * Reads a filter policy, or says what SNS has against it (SNS-08): at most 5 keys and 150 combinations, no empty list, one
 * operator to an object, nesting only for bodies. The limits are those of `TOPIC_LIMITS`.
 */
export function parseFilterPolicy(policy: unknown, scope: Scope): FilterPolicy | Refusal {
  try {
    if (!isObject(policy)) throw new PolicyProblem('a filter policy must be a JSON object');
    const parsed = parseLevel(policy, '', scope);
    checkSize(policy);
    return parsed;
  } catch (problem) {
    if (problem instanceof PolicyProblem)
      return new Refusal('InvalidParameter', `FilterPolicy: ${problem.message}`);
    throw problem;
  }
}

function parseLevel(
  policy: Readonly<Record<string, unknown>>,
  parent: string,
  scope: Scope,
): FilterPolicy {
  const keys: KeyRule[] = [];
  const alternatives: FilterPolicy[][] = [];
  for (const [name, value] of Object.entries(policy)) {
    const key = parent === '' ? name : `${parent}.${name}`;
    if (isAlternatives(name, value)) {
      alternatives.push(value.map((branch) => parseLevel(branch, parent, scope)));
    } else if (Array.isArray(value)) {
      keys.push({ key, conditions: parseConditions(key, value) });
    } else {
      const inner = parseNested(key, value, scope);
      keys.push(...inner.keys);
      alternatives.push(...inner.alternatives.map((branches) => [...branches]));
    }
  }
  return { keys, alternatives };
}

function parseConditions(key: string, values: readonly unknown[]): Condition[] {
  if (values.length === 0)
    throw new PolicyProblem(`the list of "${key}" is empty; give it at least one value`);
  return values.map((value) => parseCondition(key, value));
}

function parseNested(key: string, value: unknown, scope: Scope): FilterPolicy {
  if (!isObject(value))
    throw new PolicyProblem(
      `"${key}" must be a list of values, or an object with nested keys; write [${JSON.stringify(value)}]`,
    );
  if (scope === 'MessageAttributes')
    throw new PolicyProblem(
      `"${key}" has nested keys, which attributes don't have; set FilterPolicyScope to MessageBody`,
    );
  return parseLevel(value, key, scope);
}

function checkSize(policy: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(policy).length;
  if (keys > TOPIC_LIMITS.filterPolicyKeys.max)
    throw new PolicyProblem(
      `it has ${keys} keys; at most ${TOPIC_LIMITS.filterPolicyKeys.max} are allowed`,
    );
  const combinations = combinationsOf(policy);
  if (combinations > TOPIC_LIMITS.filterPolicyCombinations.max)
    throw new PolicyProblem(
      `it has ${combinations} combinations of values; at most ${TOPIC_LIMITS.filterPolicyCombinations.max} are allowed`,
    );
  const bytes = sizeOf({ body: JSON.stringify(policy) });
  if (bytes > TOPIC_LIMITS.filterPolicyBytes.max)
    throw new PolicyProblem(
      `it has ${bytes} bytes; at most ${TOPIC_LIMITS.filterPolicyBytes.max} are allowed`,
    );
}
