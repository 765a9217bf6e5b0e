import type { Attributes } from '../attributes.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { SendRequest } from './commands.ts';
import type { QueueSettings } from './settings.ts';
import { isWithin, outOfRange } from './settings-problem.ts';

const FIRST_IN_ID = 0x21;
const LAST_IN_ID = 0x7e;
const LONGEST_ID = 128;

/** STD-19, STD-22, FIFO-01, FIFO-10: why this message can't be sent to such a queue. */
export function sendProblem(
  request: SendRequest,
  sizeBytes: number,
  settings: QueueSettings,
): Refusal | undefined {
  if (sizeBytes > settings.maximumMessageSize)
    return invalid(
      `The message has ${sizeBytes} bytes; this queue takes at most ${settings.maximumMessageSize}.`,
    );
  if (tooManyAttributes(request.attributes))
    return invalid(`A message has at most ${LIMITS.messageAttributes.max} attributes.`);
  const { delaySeconds, messageGroupId } = request;
  if (delaySeconds !== undefined && !isWithin(LIMITS.delaySeconds, delaySeconds))
    return outOfRange('DelaySeconds', delaySeconds, LIMITS.delaySeconds);
  if (messageGroupId !== undefined && !isId(messageGroupId)) return badId('MessageGroupId');
  return settings.fifo ? fifoProblem(request, settings) : standardProblem(request);
}

function standardProblem({ messageDeduplicationId }: SendRequest): Refusal | undefined {
  if (messageDeduplicationId === undefined) return undefined;
  return invalid('MessageDeduplicationId is for FIFO queues only.');
}

function fifoProblem(request: SendRequest, settings: QueueSettings): Refusal | undefined {
  if (request.messageGroupId === undefined)
    return new Refusal('MissingParameter', 'A FIFO queue needs a MessageGroupId.');
  if (request.delaySeconds)
    return invalid('On a FIFO queue only the queue has a delay, not the message.');
  if (request.messageDeduplicationId === undefined) {
    if (settings.contentBasedDeduplication) return undefined;
    return invalid('A FIFO queue needs a MessageDeduplicationId or content-based deduplication.');
  }
  return isId(request.messageDeduplicationId) ? undefined : badId('MessageDeduplicationId');
}

/** Letters, digits and punctuation of ASCII, without the space. */
function isId(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_ID) return false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < FIRST_IN_ID || unit > LAST_IN_ID) return false;
  }
  return true;
}

function badId(name: string): Refusal {
  return invalid(`${name} takes 1 to 128 letters, digits and punctuation marks, without spaces.`);
}

function tooManyAttributes(attributes: Attributes | undefined): boolean {
  return !!attributes && Object.keys(attributes).length > LIMITS.messageAttributes.max;
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidParameterValue', message);
}
