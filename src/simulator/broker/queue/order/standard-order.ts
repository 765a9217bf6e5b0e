import type { Chance } from '../../world.ts';
import { LazyHeap } from '../lazy-heap.ts';
import type { Message } from '../message.ts';
import type { QueueNature } from '../settings.ts';
import { LazyLine } from './lazy-line.ts';

const isGone = (message: Message) => message.isGone;

/**
 * Best effort (STD-16): the lowest place first, but now and then one that stands behind it. Messages come in the order of
 * their places, so a line holds them; those that return to an earlier place stand aside.
 */
export class StandardOrder {
  readonly #nature: () => QueueNature;
  readonly #chance: Chance;
  readonly #line = new LazyLine<Message>(isGone);
  readonly #aside = new LazyHeap<Message>((a, b) => a.place - b.place, isGone);

  constructor(nature: () => QueueNature, chance: Chance) {
    this.#nature = nature;
    this.#chance = chance;
  }

  add(message: Message): void {
    const last = this.#line.last();
    message.isAside = last !== undefined && last.place > message.place;
    if (message.isAside) this.#aside.push(message);
    else this.#line.push(message);
  }

  take(): Message | undefined {
    const first = this.#line.first();
    const aside = this.#aside.peek();
    if (first !== undefined) {
      const swapped = this.#swapped();
      if (swapped) return swapped;
    }
    if (aside === undefined) return this.#line.shift();
    return first === undefined || aside.place < first.place
      ? this.#aside.pop()
      : this.#line.shift();
  }

  /** The place of the one that comes next. */
  firstPlace(): number {
    const first = this.#line.first()?.place ?? Number.POSITIVE_INFINITY;
    const aside = this.#aside.peek()?.place ?? Number.POSITIVE_INFINITY;
    return Math.min(first, aside);
  }

  /** A message that stood here is gone. */
  lost(message: Message): void {
    if (message.isAside) this.#aside.lost();
    else this.#line.lost();
  }

  #swapped(): Message | undefined {
    const { reorderChance, reorderWindow } = this.#nature();
    if (reorderChance <= 0 || this.#line.length < 2) return undefined;
    if (!this.#chance.chance(reorderChance)) return undefined;
    const window = Math.min(reorderWindow, this.#line.length - 1);
    return this.#line.takeAt(1 + this.#chance.below(window));
  }
}
