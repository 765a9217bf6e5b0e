import type { SubscriptionSettings } from '../../../settings/consumer.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import { followedBy, type Kind, optional, withDefault } from './kind.ts';
import { fields, trueOrFalse } from './map.ts';
import { type Names, nameIn } from './names.ts';
import { filterPolicy, filterPolicyScope } from './topic.ts';

/** How a consumer that receives from a topic directly is subscribed to it. */
export function subscription(names: Names): Kind<SubscriptionSettings> {
  return followedBy(
    fields({
      filterPolicy: optional(filterPolicy),
      filterPolicyScope: withDefault(filterPolicyScope, 'MessageAttributes'),
      deadLetters: optional(nameIn(names, ['queues'])),
      deliveryPolicy: optional(deliveryPolicy),
      retries: withDefault(trueOrFalse, true),
    }),
    (read): SubscriptionSettings => ({
      filterPolicy: read.filterPolicy,
      filterPolicyScope: read.filterPolicyScope,
      deadLetterQueue: read.deadLetters,
      retry: read.deliveryPolicy,
      retries: read.retries,
    }),
  );
}
