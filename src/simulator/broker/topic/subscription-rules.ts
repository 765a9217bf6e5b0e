import { Refusal } from '../refusal.ts';
import { deliveryPolicyProblem } from './delivery-policy.ts';
import { parseFilterPolicy } from './filter/parse.ts';
import type { SubscriptionAttributes } from './settings.ts';

const TAKES_RAW = ['sqs', 'http', 'firehose'];

/**
 * What SNS has against a subscription, or nothing: SNS-05, SNS-08, SNS-12, SNSF-02, SNSF-05, always `InvalidParameter`. Queues
 * are known by name: a FIFO queue's must end in `.fifo`, and no other may.
 */
export function subscriptionProblem(
  isFifoTopic: boolean,
  attributes: SubscriptionAttributes,
): Refusal | undefined {
  return (
    endpointProblem(isFifoTopic, attributes) ??
    deadLetterProblem(isFifoTopic, attributes.deadLetterQueue) ??
    policyProblem(attributes) ??
    filterProblem(attributes)
  );
}

export function isFifoQueue(name: string): boolean {
  return name.endsWith('.fifo');
}

function endpointProblem(
  isFifoTopic: boolean,
  { protocol, endpoint, rawMessageDelivery }: SubscriptionAttributes,
): Refusal | undefined {
  if (isFifoTopic && protocol !== 'sqs')
    return invalid(
      `Endpoint: a FIFO topic delivers to SQS queues only, not to ${protocol}; put a queue in between`,
    );
  if (!isFifoTopic && protocol === 'sqs' && isFifoQueue(endpoint))
    return invalid(
      `Endpoint: the FIFO queue ${endpoint} can't subscribe to a standard topic; use a FIFO topic or a standard queue`,
    );
  if (rawMessageDelivery && !TAKES_RAW.includes(protocol))
    return invalid(
      `RawMessageDelivery: ${protocol} doesn't support it; ${TAKES_RAW.join(', ')} do`,
    );
  return undefined;
}

function deadLetterProblem(isFifoTopic: boolean, queue: string | undefined): Refusal | undefined {
  if (queue === undefined || isFifoQueue(queue) === isFifoTopic) return undefined;
  const [topic, needed] = isFifoTopic ? ['FIFO', 'a FIFO'] : ['standard', 'a standard'];
  return invalid(
    `RedrivePolicy: the dead-letter queue of a ${topic} topic's subscription must be ${needed} queue; ${queue} is not`,
  );
}

function policyProblem({ protocol, deliveryPolicy }: SubscriptionAttributes): Refusal | undefined {
  if (!deliveryPolicy) return undefined;
  if (protocol !== 'http')
    return invalid(
      `DeliveryPolicy: only HTTP/S subscriptions have one; SNS retries ${protocol} its own way`,
    );
  return deliveryPolicyProblem(deliveryPolicy);
}

function filterProblem({
  filterPolicy,
  filterPolicyScope,
}: SubscriptionAttributes): Refusal | undefined {
  if (filterPolicy === undefined) return undefined;
  const parsed = parseFilterPolicy(filterPolicy, filterPolicyScope);
  return parsed instanceof Refusal ? parsed : undefined;
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidParameter', message);
}
