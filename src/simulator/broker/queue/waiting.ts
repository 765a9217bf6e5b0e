import type { Micros } from '../../engine/time.ts';
import type { ReceiveAnswer } from './commands.ts';
import { LazyHeap } from './lazy-heap.ts';
import { LazyLine } from './order/lazy-line.ts';

/** What a receive asks for, with the queue's defaults filled in. */
export interface Asked {
  readonly max: number;
  readonly waitSeconds: number;
  readonly visibilitySeconds: number;
  readonly attempt: string | undefined;
  readonly by: string;
}

/** A long poll that found nothing yet. */
export interface Waiter {
  readonly asked: Asked;
  readonly endsAt: Micros;
  /** Orders waits that end at one moment as they began. */
  readonly sequence: number;
  /** Undefined when nobody listens any more. */
  answer: ReceiveAnswer | undefined;
  isOver: boolean;
}

/** Long polls in the order in which they came. */
export class Waiting {
  readonly #line = new LazyLine<Waiter>((waiter) => waiter.isOver || !waiter.answer);
  readonly #ends = new LazyHeap<Waiter>(
    (a, b) => a.endsAt - b.endsAt || a.sequence - b.sequence,
    (waiter) => waiter.isOver,
  );
  #sequence = 0;

  add(asked: Asked, endsAt: Micros, answer: ReceiveAnswer): Waiter {
    this.#sequence += 1;
    const waiter = { asked, endsAt, sequence: this.#sequence, answer, isOver: false };
    this.#line.push(waiter);
    this.#ends.push(waiter);
    return waiter;
  }

  /** The first that still wants messages. */
  first(): Waiter | undefined {
    return this.#line.first();
  }

  /** Takes out the first; `first` must have shown it. */
  shift(): void {
    const waiter = this.#line.shift();
    if (!waiter) return;
    waiter.isOver = true;
    this.#ends.lost();
  }

  /** Nobody listens any more. The call itself goes on and is billed at its end. */
  abandon(waiter: Waiter): void {
    if (waiter.isOver || !waiter.answer) return;
    waiter.answer = undefined;
    this.#line.lost();
  }

  nextEnd(): Micros {
    return this.#ends.peek()?.endsAt ?? Number.POSITIVE_INFINITY;
  }

  /** Takes out the one whose wait ends first. */
  nextOver(): Waiter | undefined {
    const waiter = this.#ends.pop();
    if (!waiter) return undefined;
    waiter.isOver = true;
    if (waiter.answer) this.#line.lost();
    return waiter;
  }
}
