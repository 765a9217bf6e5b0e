import type { Micros } from '../../engine/time.ts';
import type { SnsProtocol } from '../../events/index.ts';
import type { Attributes } from '../attributes.ts';
import type { SendRequest, SendResult } from '../queue/commands.ts';
import type { Refusal } from '../refusal.ts';

/** What a topic hands to one subscription's endpoint. */
export interface Notification {
  /** SNS's id; a queue gives the message another one (SNS-09). */
  readonly messageId: string;
  readonly body: string;
  /** Size of body and attributes as they were published. */
  readonly sizeBytes: number;
  readonly attributes: Attributes;
  readonly subject: string | undefined;
  /** Only where it is passed on: SNS-13, SNSF-02. */
  readonly messageGroupId: string | undefined;
  /** Only to FIFO queues. */
  readonly messageDeduplicationId: string | undefined;
  /** FIFO topics only. */
  readonly sequenceNumber: string | undefined;
  readonly publishedAt: Micros;
  readonly traceHeader: string | undefined;
  readonly topic: string;
  readonly subscription: string;
  /** Without the JSON envelope. */
  readonly raw: boolean;
  /** Attempts of this delivery so far, this one included. */
  readonly attempt: number;
}

/** `server-error`: it may work later, so it is retried (SNS-03). `client-error`: it never will (SNS-04). */
export type DeliveryOutcome = 'delivered' | 'server-error' | 'client-error';

/** An endpoint. It answers each attempt exactly once, at once or later. */
export interface DeliveryTarget {
  deliver(
    now: Micros,
    notification: Notification,
    answer: (now: Micros, outcome: DeliveryOutcome) => void,
  ): void;
}

/** Finds what subscriptions name. Asked at each attempt, because endpoints come and go. */
export interface DeliveryTargets {
  /** Undefined when there is no such endpoint (any more). */
  target(protocol: SnsProtocol, endpoint: string): DeliveryTarget | undefined;
  deadLetterQueue(name: string): SendsToQueue | undefined;
}

/** What a topic needs of a queue. */
export interface SendsToQueue {
  send(now: Micros, request: SendRequest): SendResult | Refusal;
}
