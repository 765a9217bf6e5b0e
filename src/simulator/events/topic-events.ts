import type { Micros } from '../engine/time.ts';

/** What happened in an SNS topic. `message` is the id that SNS gave; a queue's own message id differs (SNS-09). */
export type TopicEvent =
  | Published
  | PublishDeduplicated
  | FilteredOut
  | DeliveryAttempted
  | DeliveryGivenUp
  | Replayed
  | TopicRequest;

interface OfNotification {
  readonly at: Micros;
  readonly topic: string;
  readonly message: string;
  readonly trace: string;
}

export interface Published extends OfNotification {
  readonly kind: 'published';
  readonly group: string | undefined;
  readonly sizeBytes: number;
  readonly by: string;
  /** Subscriptions whose filter matched. */
  readonly deliveries: number;
}

/** A publish succeeded and delivers nothing (SNSF-01). */
export interface PublishDeduplicated extends OfNotification {
  readonly kind: 'publish-deduplicated';
  readonly by: string;
}

export interface FilteredOut extends OfNotification {
  readonly kind: 'filtered-out';
  readonly subscription: string;
  /** The first key of its filter that isn't met, as a clause that follows "because". */
  readonly why: string;
}

export interface DeliveryAttempted extends OfNotification {
  readonly kind: 'delivery-attempted';
  readonly subscription: string;
  /** From 1. */
  readonly attempt: number;
  readonly outcome: 'delivered' | 'server-error' | 'client-error';
  /** When the next attempt is due, where there will be one. */
  readonly retryAt: Micros | undefined;
}

/** No attempt is left: it goes to the subscription's dead-letter queue, or is dropped. */
export interface DeliveryGivenUp extends OfNotification {
  readonly kind: 'delivery-given-up';
  readonly subscription: string;
  readonly attempts: number;
  readonly deadLetterQueue: string | undefined;
}

/** An archived message was sent again to one subscription (SNSF-06). */
export interface Replayed extends OfNotification {
  readonly kind: 'replayed';
  readonly subscription: string;
}

/** One API call or one billed delivery. */
export interface TopicRequest {
  readonly kind: 'topic-request';
  readonly at: Micros;
  readonly topic: string;
  readonly action: 'Publish' | 'Deliver';
  readonly protocol: SnsProtocol | undefined;
  readonly by: string;
  /** 1 for each 64 KB begun. */
  readonly units: number;
  readonly refused: string | undefined;
}

/** `email` stands for SMTP, `application` for mobile push. */
export type SnsProtocol = 'sqs' | 'lambda' | 'firehose' | 'http' | 'sms' | 'email' | 'application';
