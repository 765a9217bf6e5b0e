import type {
  SubscriptionAttributes,
  TopicNature,
  TopicSettings,
} from '../../../broker/topic/settings.ts';
import { DAY } from '../../../engine/time.ts';
import { chance, duration, span } from './amounts.ts';
import { deliveryPolicy } from './delivery-policy.ts';
import {
  followedBy,
  type Kind,
  never,
  optional,
  readBy,
  required,
  Wrong,
  withDefault,
} from './kind.ts';
import { fields, isMap, named, oneOf, trueOrFalse } from './map.ts';
import { isFifo, type Names, nameIn, queueOfType } from './names.ts';

export const filterPolicy = readBy((input): unknown =>
  isMap(input)
    ? input
    : new Wrong('write a map of keys and lists of values, e.g. { kind: [order, refund] }'),
);
export const filterPolicyScope = oneOf(['MessageAttributes', 'MessageBody']);

/** A topic's settings with its subscriptions. */
export function topic(name: string, names: Names): Kind<TopicSettings> {
  const fifo = isFifo(name);
  const fifoOnly = <Value>(kind: Kind<Value>) =>
    fifo ? kind : never('remove it: only FIFO topics have it, and their names end in .fifo');
  return followedBy(
    fields({
      contentBasedDeduplication: optional(fifoOnly(trueOrFalse)),
      throughputScope: optional(fifoOnly(oneOf(['Topic', 'MessageGroup']))),
      archive: optional(fifoOnly(archive)),
      throttled: withDefault(trueOrFalse, false),
      nature: withDefault(nature, {}),
      subscriptions: withDefault(
        named(() => subscription(fifo, names)),
        {},
      ),
    }),
    (read): TopicSettings => ({
      fifo,
      contentBasedDeduplication: read.contentBasedDeduplication ?? false,
      fifoThroughputScope: read.throughputScope ?? 'Topic',
      archiveDays: read.archive,
      throttled: read.throttled,
      nature: read.nature,
      subscriptions: read.subscriptions,
    }),
  );
}

/** In whole days, as SNS has it. */
const archive = followedBy(duration, (micros) => {
  const days = micros / DAY;
  return Number.isInteger(days) && days >= 1 && days <= 365
    ? days
    : new Wrong('write whole days from 1d to 365d, e.g. 7d');
});

const nature = followedBy(
  fields({
    duplicates: withDefault(chance, 0),
    reorder: withDefault(chance, 0),
    reorderDelay: withDefault(span, '1s'),
    retryJitter: withDefault(chance, 0.1),
  }),
  (read): TopicNature => ({
    duplicateChance: read.duplicates,
    reorderChance: read.reorder,
    reorderDelay: read.reorderDelay,
    retryJitter: read.retryJitter,
  }),
);

const SUBSCRIPTION_KEYS = {
  protocol: optional(oneOf(['sqs', 'lambda', 'firehose', 'http', 'sms', 'email', 'application'])),
  filterPolicy: optional(filterPolicy),
  filterPolicyScope: withDefault(filterPolicyScope, 'MessageAttributes'),
  rawMessageDelivery: withDefault(trueOrFalse, false),
  deliveryPolicy: optional(deliveryPolicy),
  retries: withDefault(trueOrFalse, true),
};

function subscription(fifo: boolean, names: Names): Kind<SubscriptionAttributes> {
  const queues = (wanted: boolean) => names.queues.filter((queue) => isFifo(queue) === wanted);
  const to = fifo
    ? nameIn(names, ['queues'], 'a FIFO topic delivers to queues only')
    : nameIn(
        { ...names, queues: queues(false) },
        ['queues', 'consumers', 'services'],
        'a FIFO queue can follow only a FIFO topic',
      );
  return followedBy(
    fields({
      to: required(to),
      deadLetters: optional(
        queueOfType(names, fifo, 'a subscription’s dead letters go to a queue of the topic’s type'),
      ),
      ...SUBSCRIPTION_KEYS,
    }),
    (read): SubscriptionAttributes | Wrong => {
      const toQueue = names.queues.includes(read.to);
      const protocol = read.protocol ?? (toQueue ? 'sqs' : 'http');
      if ((protocol === 'sqs') !== toQueue)
        return new Wrong(
          toQueue
            ? 'leave protocol out: a queue is reached by sqs'
            : 'name a queue to use sqs, or write another protocol, e.g. http or lambda',
        );
      if (read.deliveryPolicy && protocol !== 'http')
        return new Wrong('remove deliveryPolicy: only http subscriptions have one');
      return {
        protocol,
        endpoint: read.to,
        filterPolicy: read.filterPolicy,
        filterPolicyScope: read.filterPolicyScope,
        rawMessageDelivery: read.rawMessageDelivery,
        deadLetterQueue: read.deadLetters,
        deliveryPolicy: read.deliveryPolicy,
        retries: read.retries,
      };
    },
  );
}
