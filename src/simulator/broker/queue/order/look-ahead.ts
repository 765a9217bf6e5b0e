import { LIMITS } from '../../limits.ts';
import type { Message } from '../message.ts';

/**
 * The oldest 120,000 messages of a FIFO queue's backlog (FIFO-14): it looks no further for groups to serve. Its end moves on
 * by one neighbour for each message that leaves it, so nothing is ever counted.
 */
export class LookAhead {
  #last: Message | undefined;
  #size = 0;

  reaches(message: Message): boolean {
    return this.#last !== undefined && message.serial <= this.#last.serial;
  }

  arrived(message: Message): void {
    if (this.#size === LIMITS.fifoLookAhead.max) return;
    this.#size += 1;
    this.#last = message;
  }

  /** Gives the message that the window reaches now that this one leaves it. */
  leaves(message: Message): Message | undefined {
    if (!this.reaches(message)) return undefined;
    const entering = this.#last?.newer;
    if (entering) {
      this.#last = entering;
      return entering;
    }
    this.#size -= 1;
    if (message === this.#last) this.#last = message.older;
    return undefined;
  }
}
