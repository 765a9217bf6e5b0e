import type { Micros } from '../engine/time.ts';

/** What happened in a queue. `trace` is the item whose story the message belongs to; '' when nobody said. */
export type QueueEvent =
  | Sent
  | Deduplicated
  | Appeared
  | Received
  | Deleted
  | DeleteIneffective
  | VisibilityChanged
  | DeadLettered
  | Redriven
  | Expired
  | Purged
  | QueueRequest;

interface OfMessage {
  readonly at: Micros;
  readonly queue: string;
  readonly message: string;
  readonly trace: string;
}

/** A message was stored: a client's, a topic's, or one that a move task put back. */
export interface Sent extends OfMessage {
  readonly kind: 'sent';
  readonly group: string | undefined;
  readonly sizeBytes: number;
  /** After `at` when it is delayed. */
  readonly visibleAt: Micros;
  readonly by: string;
}

/** A send succeeded and added nothing (FIFO-02); `message` is the original. */
export interface Deduplicated extends OfMessage {
  readonly kind: 'deduplicated';
  readonly by: string;
}

/** A message can be received again, or for the first time. */
export interface Appeared extends OfMessage {
  readonly kind: 'appeared';
  readonly because: 'delay-over' | 'visibility-timeout' | 'released';
  readonly receiveCount: number;
}

export interface Received extends OfMessage {
  readonly kind: 'received';
  readonly by: string;
  readonly group: string | undefined;
  readonly receiveCount: number;
  readonly hiddenUntil: Micros;
  readonly sentAt: Micros;
  /** It was handed out although it was hidden or deleted (STD-15). */
  readonly copy: boolean;
}

export interface Deleted extends OfMessage {
  readonly kind: 'deleted';
  readonly by: string;
}

/** A delete came with an old or expired handle: `refused` on FIFO (FIFO-09), without effect on standard (STD-06). */
export interface DeleteIneffective extends OfMessage {
  readonly kind: 'delete-ineffective';
  readonly by: string;
  readonly refused: boolean;
}

/** A client moved the deadline; 0 seconds is also an `appeared`. */
export interface VisibilityChanged extends OfMessage {
  readonly kind: 'visibility-changed';
  readonly by: string;
  readonly hiddenUntil: Micros;
}

/** It left `queue` for `to` and is now visible there. */
export interface DeadLettered extends OfMessage {
  readonly kind: 'dead-lettered';
  readonly to: string;
  readonly receiveCount: number;
  /** STD-12: the clock of retention runs on; FIFO-11: it starts anew. */
  readonly retentionFrom: Micros;
}

/** A move task took it out of `queue`; a `sent` with a new message id in `to` follows (STD-13). */
export interface Redriven extends OfMessage {
  readonly kind: 'redriven';
  readonly to: string;
}

/** Retention ended. */
export interface Expired extends OfMessage {
  readonly kind: 'expired';
  readonly receiveCount: number;
}

export interface Purged extends OfMessage {
  readonly kind: 'purged';
}

/** One API call, as it is billed (STD-24). */
export interface QueueRequest {
  readonly kind: 'queue-request';
  readonly at: Micros;
  readonly queue: string;
  readonly action:
    | 'SendMessage'
    | 'ReceiveMessage'
    | 'DeleteMessage'
    | 'ChangeMessageVisibility'
    | 'PurgeQueue'
    | 'StartMessageMoveTask';
  readonly by: string;
  /** Requests on the bill: 1 for each 64 KB begun. */
  readonly units: number;
  /** Messages that it carried; an empty receive has 0. */
  readonly messages: number;
  /** The service's error code, when it was refused as a whole. */
  readonly refused: string | undefined;
}
