import type { Attributes } from '../attributes.ts';
import { isoTime } from './iso-time.ts';
import type { Notification } from './notification.ts';

/**
 * The JSON that a queue gets as the body unless delivery is raw (SNS-09). Its MessageId is SNS's. It is not signed, so it carries
 * no signature.
 */
export function envelope(notification: Notification): string {
  const { attributes } = notification;
  return JSON.stringify({
    Type: 'Notification',
    MessageId: notification.messageId,
    SequenceNumber: notification.sequenceNumber,
    TopicArn: `arn:aws:sns:us-east-1:000000000000:${notification.topic}`,
    Subject: notification.subject,
    Message: notification.body,
    Timestamp: isoTime(notification.publishedAt),
    MessageAttributes: isEmpty(attributes) ? undefined : attributesOf(attributes),
  });
}

function attributesOf(attributes: Attributes): Record<string, { Type: string; Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [
      name,
      { Type: type, Value: value },
    ]),
  );
}

function isEmpty(attributes: Attributes): boolean {
  for (const _ in attributes) return false;
  return true;
}
