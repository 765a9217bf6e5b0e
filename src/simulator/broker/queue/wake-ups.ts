import type { Micros } from '../../engine/time.ts';
import { LazyHeap } from './lazy-heap.ts';
import type { Message, WakeUp } from './message.ts';

/** Ends of delays and of visibility timeouts. */
export class WakeUps {
  readonly #heap = new LazyHeap<WakeUp>(inOrder, (wakeUp) => wakeUp.message.wakeUp !== wakeUp);
  #sequence = 0;

  set(message: Message, at: Micros): void {
    this.clear(message);
    const wakeUp = { at, sequence: this.#sequence, message };
    this.#sequence += 1;
    message.wakeUp = wakeUp;
    this.#heap.push(wakeUp);
  }

  clear(message: Message): void {
    if (message.wakeUp === undefined) return;
    message.wakeUp = undefined;
    this.#heap.lost();
  }

  nextAt(): Micros {
    return this.#heap.peek()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Takes out the next one's message. */
  next(): Message | undefined {
    const message = this.#heap.pop()?.message;
    if (message) message.wakeUp = undefined;
    return message;
  }
}

/** The order in which messages wake up. */
export function inOrder(a: WakeUp, b: WakeUp): number {
  return a.at - b.at || a.sequence - b.sequence;
}
