import { Refusal } from '../refusal.ts';
import type { PublishRequest } from './commands.ts';
import { TOPIC_LIMITS } from './limits.ts';
import type { TopicSettings } from './settings.ts';

/** Letters, digits and punctuation of ASCII, without the space. */
const ID = /^[!-~]{1,128}$/;

/** What SNS has against a message, or nothing: SNS-11, SNSF-01. */
export function publishProblem(
  settings: TopicSettings,
  { messageGroupId, messageDeduplicationId }: PublishRequest,
  bytes: number,
): Refusal | undefined {
  if (bytes > TOPIC_LIMITS.messageBytes.max)
    return invalid(
      `the message has ${bytes} bytes with its attributes; SNS takes at most ${TOPIC_LIMITS.messageBytes.max}`,
    );
  for (const id of [messageGroupId, messageDeduplicationId])
    if (id !== undefined && !ID.test(id))
      return invalid('an id takes 1 to 128 letters, digits and punctuation marks, without spaces');
  if (!settings.fifo)
    return messageDeduplicationId === undefined
      ? undefined
      : invalid('MessageDeduplicationId is for FIFO topics, and this one is standard');
  if (messageGroupId === undefined)
    return invalid('a FIFO topic needs a MessageGroupId: the group whose order is kept');
  if (messageDeduplicationId === undefined && !settings.contentBasedDeduplication)
    return invalid(
      'a FIFO topic needs a MessageDeduplicationId; or turn ContentBasedDeduplication on',
    );
  return undefined;
}

/** What SNS has against a batch as a whole: its number of entries, and its size taken together (F072). */
export function batchProblem(entries: number, bytes: number): Refusal | undefined {
  const most = TOPIC_LIMITS.batchEntries.max;
  const mostBytes = TOPIC_LIMITS.messageBytes.max;
  if (entries === 0)
    return new Refusal('EmptyBatchRequest', 'the batch is empty; give it at least one message');
  if (entries > most)
    return new Refusal(
      'TooManyEntriesInBatchRequest',
      `the batch has ${entries} messages; at most ${most} are allowed`,
    );
  if (bytes > mostBytes)
    return new Refusal(
      'BatchRequestTooLong',
      `the batch has ${bytes} bytes in all; at most ${mostBytes} are allowed`,
    );
  return undefined;
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidParameter', message);
}
