import { type Attributes, NO_ATTRIBUTES } from '../../../../../src/simulator/broker/attributes.ts';
import type { SubscriptionAttributes } from '../../../../../src/simulator/broker/topic/settings.ts';
import { Scene, STANDARD, subscription } from '../scene.ts';

/** Whether a subscription with this filter on attributes gets the message. */
export function accepts(filterPolicy: unknown, attributes: Attributes, body = ''): boolean {
  return delivers({ filterPolicy }, body, attributes);
}

/** Whether a subscription with this filter on the body gets the message. */
export function acceptsBody(
  filterPolicy: unknown,
  body: string,
  attributes: Attributes = NO_ATTRIBUTES,
): boolean {
  return delivers({ filterPolicy, filterPolicyScope: 'MessageBody' }, body, attributes);
}

function delivers(
  changes: Partial<SubscriptionAttributes>,
  body: string,
  attributes: Attributes,
): boolean {
  const scene = new Scene({ ...STANDARD, subscriptions: { s: subscription(changes) } });
  scene.topic.publish(0, { body, attributes });
  return scene.queue('orders').sent.length === 1;
}
