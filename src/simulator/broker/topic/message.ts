import type { Micros } from '../../engine/time.ts';
import type { Attributes } from '../attributes.ts';

/** A message as it was published, before it is made a notification for each subscription. */
export interface PublishedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly sizeBytes: number;
  readonly attributes: Attributes;
  readonly subject: string | undefined;
  readonly messageGroupId: string | undefined;
  readonly messageDeduplicationId: string | undefined;
  readonly sequenceNumber: string | undefined;
  readonly publishedAt: Micros;
  readonly traceHeader: string | undefined;
}
