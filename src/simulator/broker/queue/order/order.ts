import type { Micros } from '../../../engine/time.ts';
import type { Message } from '../message.ts';

/**
 * Which visible message comes next: what tells a standard queue from a FIFO queue. It is told of every change, and keeps no
 * message longer than the queue does.
 */
export interface Order {
  /** It came to the queue; it may still be delayed. */
  arrived(message: Message): void;
  /** It can be received for the first time. */
  add(message: Message): void;
  /** The next one, which is in flight from now on; of one receive until `endReceive`. */
  take(now: Micros): Message | undefined;
  endReceive(): void;
  /** It was in flight and can be received again. */
  putBack(message: Message): void;
  /** It leaves the queue, as it is marked already, from where it was. Its neighbours in the backlog are still there. */
  leaves(message: Message, from: 'delayed' | 'visible' | 'in-flight', now: Micros): void;
}
