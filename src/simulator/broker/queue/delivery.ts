import type { Micros } from '../../engine/time.ts';
import type { Delivery } from './commands.ts';
import type { Message } from './message.ts';

/** One hand-out of a message. */
export function deliveryOf(
  message: Message,
  receiptHandle: string,
  approximateReceiveCount: number,
  hiddenUntil: Micros,
): Delivery {
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    sizeBytes: message.sizeBytes,
    attributes: message.attributes,
    messageGroupId: message.group,
    messageDeduplicationId: message.deduplicationId,
    sequenceNumber: message.sequenceNumber,
    approximateReceiveCount,
    sentAt: message.sentAt,
    firstReceivedAt: message.firstReceivedAt,
    deadLetterQueueSource: message.deadLetterSource,
    traceHeader: message.trace,
    hiddenUntil,
  };
}
