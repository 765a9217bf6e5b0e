import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { ReceiveRequest } from './commands.ts';
import type { QueueSettings } from './settings.ts';
import { isWithin, outOfRange } from './settings-problem.ts';
import type { Asked } from './waiting.ts';

/** A receive with the queue's defaults filled in, or what is wrong with it. */
export function askedFor(request: ReceiveRequest, settings: QueueSettings): Asked | Refusal {
  const max = request.maxNumberOfMessages ?? 1;
  if (!isWithin(LIMITS.maxNumberOfMessages, max))
    return outOfRange('MaxNumberOfMessages', max, LIMITS.maxNumberOfMessages);
  const waitSeconds = request.waitTimeSeconds ?? settings.receiveMessageWaitTimeSeconds;
  if (!isWithin(LIMITS.receiveMessageWaitTimeSeconds, waitSeconds))
    return outOfRange('WaitTimeSeconds', waitSeconds, LIMITS.receiveMessageWaitTimeSeconds);
  const visibilitySeconds = request.visibilityTimeoutSeconds ?? settings.visibilityTimeoutSeconds;
  if (!isWithin(LIMITS.visibilityTimeoutSeconds, visibilitySeconds))
    return outOfRange('VisibilityTimeout', visibilitySeconds, LIMITS.visibilityTimeoutSeconds);
  const attempt = request.receiveRequestAttemptId;
  if (attempt !== undefined && !settings.fifo)
    return new Refusal('InvalidParameterValue', 'ReceiveRequestAttemptId is for FIFO queues only.');
  return { max, waitSeconds, visibilitySeconds, attempt, by: request.by ?? '' };
}
