import type { Micros } from '../../engine/time.ts';
import type { Attributes } from '../attributes.ts';
import type { Refusal } from '../refusal.ts';

/**
 * What can be asked of a queue. Durations are in whole seconds where the API has seconds; moments are in microseconds.
 * The queue (`queue.ts`) has one method for each, with the time first.
 */
export interface SendRequest {
  readonly body: string;
  /** Size of body and attributes on the wire; the body's UTF-8 length plus the attributes' when left out. */
  readonly sizeBytes?: number | undefined;
  readonly attributes?: Attributes | undefined;
  /** FIFO: the group whose order is kept. Standard: the tenant of a fair queue. */
  readonly messageGroupId?: string | undefined;
  readonly messageDeduplicationId?: string | undefined;
  /** Standard only: 0 to 900; the queue's when left out. */
  readonly delaySeconds?: number | undefined;
  /** AWSTraceHeader: the item whose story this message belongs to. It is carried through topics, moves and dead letters. */
  readonly traceHeader?: string | undefined;
  /** Who asks, for the story. */
  readonly by?: string | undefined;
}

export interface SendResult {
  readonly messageId: string;
  /** FIFO only: rises within a group. */
  readonly sequenceNumber: string | undefined;
}

export interface ReceiveRequest {
  /** 1 to 10; 1 when left out. */
  readonly maxNumberOfMessages?: number | undefined;
  /** 0 to 20; the queue's ReceiveMessageWaitTimeSeconds when left out. 0 is a short poll. */
  readonly waitTimeSeconds?: number | undefined;
  /** 0 to 43,200; the queue's when left out. */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /** FIFO only: asking again with the same id gives the same messages. */
  readonly receiveRequestAttemptId?: string | undefined;
  readonly by?: string | undefined;
}

/** One hand-out of a message. Its fields may be getters: read them by name, since a spread or JSON leaves them out. */
export interface Delivery {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly sizeBytes: number;
  readonly attributes: Attributes;
  readonly messageGroupId: string | undefined;
  readonly messageDeduplicationId: string | undefined;
  readonly sequenceNumber: string | undefined;
  readonly approximateReceiveCount: number;
  readonly sentAt: Micros;
  readonly firstReceivedAt: Micros;
  /** The queue it was dead-lettered from. */
  readonly deadLetterQueueSource: string | undefined;
  readonly traceHeader: string | undefined;
  /** When it becomes visible again unless it is deleted. */
  readonly hiddenUntil: Micros;
}

/** What says which hand-out is meant: its handle, or the delivery itself, which is faster. */
export type Handle = string | Delivery;

/** Gets the answer to a receive: at once, or when a message appears or the wait ends. Called exactly once. */
export type ReceiveAnswer = (now: Micros, result: readonly Delivery[] | Refusal) => void;

/** Ends a wait, as when the client's connection breaks. The answer is then never called. */
export type StopWaiting = () => void;

/** One entry's result in a batch: batches fail entry by entry. */
export type BatchResult<Result> = readonly (Result | Refusal)[];

export interface MoveTaskRequest {
  /** Another queue of the same type; the queues that the messages came from when left out. */
  readonly to?: string | undefined;
  /** 1 to 500; 500 when left out. */
  readonly maxNumberOfMessagesPerSecond?: number | undefined;
  readonly by?: string | undefined;
}
