import type { Attributes } from '../attributes.ts';

/** What is published to a topic. */
export interface PublishRequest {
  readonly body: string;
  /** Size of body and attributes on the wire; their own when left out. */
  readonly sizeBytes?: number | undefined;
  readonly attributes?: Attributes | undefined;
  readonly subject?: string | undefined;
  /** FIFO: the group whose order is kept. Standard: handed on to standard queues, for fair queues (SNS-13). */
  readonly messageGroupId?: string | undefined;
  /** FIFO only. */
  readonly messageDeduplicationId?: string | undefined;
  /** The item whose story this message belongs to. */
  readonly traceHeader?: string | undefined;
  /** Who asks, for the story. */
  readonly by?: string | undefined;
}

export interface PublishResult {
  readonly messageId: string;
  /** FIFO only. */
  readonly sequenceNumber: string | undefined;
}
