import { NO_ATTRIBUTES } from '../attributes.ts';
import type { SendRequest } from '../queue/commands.ts';
import { Refusal } from '../refusal.ts';
import { sizeOf } from '../size.ts';
import { envelope } from './envelope.ts';
import type {
  DeliveryOutcome,
  DeliveryTarget,
  Notification,
  SendsToQueue,
} from './notification.ts';

/** An SQS queue as an endpoint. While `isDown` says so, its service doesn't answer, which is retried (SNS-03). */
export function queueTarget(
  queue: SendsToQueue,
  isDown: () => boolean = () => false,
): DeliveryTarget {
  return {
    deliver(now, notification, answer) {
      const outcome = isDown()
        ? 'server-error'
        : outcomeOf(queue.send(now, queueRequest(notification)));
      answer(now, outcome);
    },
  };
}

/** A queue that is only busy will take it later. What else it refuses, it will refuse again (SNS-04). */
function outcomeOf(result: unknown): DeliveryOutcome {
  if (!(result instanceof Refusal)) return 'delivered';
  return result.code === 'ThrottlingException' ? 'server-error' : 'client-error';
}

/** SNS-09: raw is the message as it was published, else it is wrapped. The trace goes beside the body, as AWSTraceHeader. */
export function queueRequest(notification: Notification): SendRequest {
  const { raw } = notification;
  const body = raw ? notification.body : envelope(notification);
  return {
    body,
    sizeBytes: raw ? notification.sizeBytes : wrappedBytes(notification, body),
    attributes: raw ? notification.attributes : NO_ATTRIBUTES,
    messageGroupId: notification.messageGroupId,
    messageDeduplicationId: notification.messageDeduplicationId,
    delaySeconds: undefined,
    traceHeader: notification.traceHeader,
    by: notification.topic,
  };
}

/** A message may say that it is larger than its text; it then stays so when it is wrapped. */
function wrappedBytes(notification: Notification, wrapped: string): number {
  const { body, attributes, sizeBytes } = notification;
  return sizeOf({ body: wrapped }) + sizeBytes - sizeOf({ body, attributes });
}
