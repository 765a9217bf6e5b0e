import { type Micros, SECOND } from '../../engine/time.ts';
import type { SnsProtocol } from '../../events/index.ts';

/** An SNS topic's attributes, with its subscriptions. */
export interface TopicSettings {
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** FIFO only; default Topic. */
  readonly fifoThroughputScope: 'Topic' | 'MessageGroup';
  /** FIFO only: keeps messages for this many days (1 to 365) to replay them. */
  readonly archiveDays: number | undefined;
  /** Whether publishes beyond the service's rates are refused. */
  readonly throttled: boolean;
  readonly subscriptions: Readonly<Record<string, SubscriptionAttributes>>;
  /** What is left out is as in `DEFAULT_TOPIC_NATURE`. */
  readonly nature?: Partial<TopicNature> | undefined;
}

/** What the service leaves open, as amounts that a learner can see and turn. */
export interface TopicNature {
  /** SNS-10: chance that a delivery which needn't keep an order is made twice. */
  readonly duplicateChance: number;
  /** SNS-10: chance that such a delivery starts late, so that later ones overtake it ... */
  readonly reorderChance: number;
  /** ... by up to this long. */
  readonly reorderDelay: Micros;
  /** SNS-03: a retry's delay differs by up to this part of it, either way. */
  readonly retryJitter: number;
}

export const DEFAULT_TOPIC_NATURE: TopicNature = {
  duplicateChance: 0,
  reorderChance: 0,
  reorderDelay: SECOND,
  retryJitter: 0.1,
};

export interface SubscriptionAttributes {
  readonly protocol: SnsProtocol;
  /** A queue's name for sqs; the name of a consumer or a service for the others. */
  readonly endpoint: string;
  readonly filterPolicy: unknown;
  readonly filterPolicyScope: 'MessageAttributes' | 'MessageBody';
  readonly rawMessageDelivery: boolean;
  readonly deadLetterQueue: string | undefined;
  /** HTTP/S only: the phases' numbers; the service's default otherwise. */
  readonly deliveryPolicy: Partial<DeliveryPolicy> | undefined;
  /** False for a plain push without retry or memory, as other systems have. */
  readonly retries: boolean;
}

/** The healthyRetryPolicy of an HTTP/S subscription; delays in seconds. */
export interface DeliveryPolicy {
  readonly numRetries: number;
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly numMaxDelayRetries: number;
  readonly minDelayTarget: number;
  readonly maxDelayTarget: number;
  readonly backoffFunction: 'linear' | 'arithmetic' | 'geometric' | 'exponential';
}
