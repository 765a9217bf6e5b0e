import type { TopicSettings } from '../broker/topic/settings.ts';
import type { Scenario } from '../settings/scenario.ts';

/** The topics, with a subscription for each consumer that receives from one directly: a push without a queue. */
export function withDirectSubscriptions({
  topics,
  consumers,
}: Pick<Scenario, 'topics' | 'consumers'>): Record<string, TopicSettings> {
  const all: Record<string, TopicSettings> = { ...topics };
  for (const [name, { receivesFrom, subscription, protocol }] of Object.entries(consumers)) {
    const [source = ''] = receivesFrom;
    const topic = all[source];
    if (!topic || !subscription) continue;
    all[source] = {
      ...topic,
      subscriptions: {
        ...topic.subscriptions,
        [name]: {
          protocol: protocol ?? 'http',
          endpoint: name,
          filterPolicy: subscription.filterPolicy,
          filterPolicyScope: subscription.filterPolicyScope,
          rawMessageDelivery: false,
          deadLetterQueue: subscription.deadLetterQueue,
          deliveryPolicy: subscription.retry,
          retries: subscription.retries,
        },
      },
    };
  }
  return all;
}
