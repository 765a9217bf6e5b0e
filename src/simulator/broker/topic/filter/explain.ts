import type { Attributes } from '../../attributes.ts';
import type { SubscriptionAttributes } from '../settings.ts';
import { matches, meets } from './match.ts';
import { type Values, valuesOfAttributes, valuesOfBody } from './message.ts';
import type { Condition, FilterPolicy, Scalar } from './policy.ts';

interface Message {
  readonly body: string;
  readonly attributes: Attributes;
}

/** Says in a clause why a message doesn't match: the first key that isn't met, and where its value is instead. */
export function explainMismatch(
  policy: FilterPolicy,
  scope: SubscriptionAttributes['filterPolicyScope'],
  message: Message,
): string {
  const attributes = valuesOfAttributes(message.attributes);
  if (scope === 'MessageAttributes')
    return whyNot(policy, attributes, {
      place: 'attributes lack',
      isElsewhere: (key) => (valuesOfBody(message.body)?.(key).length ?? 0) > 0,
      elsewhere:
        'it is in the body, which a filter with FilterPolicyScope MessageAttributes ignores',
    });
  const body = valuesOfBody(message.body);
  if (!body) return 'its filter reads the body as JSON, and the body is no JSON object';
  return whyNot(policy, body, {
    place: 'body lacks',
    isElsewhere: (key) => attributes(key).length > 0,
    elsewhere: 'it is an attribute, which a filter with FilterPolicyScope MessageBody ignores',
  });
}

interface Places {
  readonly place: string;
  readonly isElsewhere: (key: string) => boolean;
  readonly elsewhere: string;
}

function whyNot(policy: FilterPolicy, values: Values, places: Places): string {
  const rule = policy.keys.find((candidate) => !meets(candidate, values(candidate.key)));
  if (!rule) return whyNoBranch(policy, values, places);
  const wish = `its filter wants "${rule.key}" to be ${rule.conditions.map(wanted).join(' or ')}`;
  const found = values(rule.key);
  if (found.length > 0) return `${wish}, and it is ${found.map(told).join(', ')}`;
  const missing = `${wish}, which the ${places.place}`;
  return places.isElsewhere(rule.key) ? `${missing}: ${places.elsewhere}` : missing;
}

function whyNoBranch(policy: FilterPolicy, values: Values, places: Places): string {
  const branches = policy.alternatives.find(
    (candidates) => !candidates.some((branch) => matches(branch, values)),
  );
  const reasons = (branches ?? []).map((branch) => whyNot(branch, values, places));
  return `no alternative of its $or holds: ${reasons.join('; ')}`;
}

function wanted(condition: Condition): string {
  switch (condition.kind) {
    case 'equals':
      return told(condition.value);
    case 'prefix':
      return `text that begins with "${condition.text}"`;
    case 'suffix':
      return `text that ends with "${condition.text}"`;
    case 'equals-ignore-case':
      return `"${condition.text}" in upper or lower case`;
    case 'anything-but':
      return `anything but ${condition.conditions.map(wanted).join(', ')}`;
    case 'numeric':
      return `a number ${condition.bounds.map((bound) => `${bound.comparison} ${bound.than}`).join(' and ')}`;
    case 'exists':
      return condition.expected ? 'there' : 'absent';
    case 'cidr':
      return `an address in ${condition.block.text}`;
  }
}

function told(value: Scalar): string {
  return typeof value === 'string' ? `the text "${value}"` : `${value}`;
}
