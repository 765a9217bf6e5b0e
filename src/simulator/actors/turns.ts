import type { Items } from './items.ts';

/** Counts for each item how often something happened to it: eight bytes an item, whose number is its place in a list. */
export class Turns {
  readonly #items: Items;
  readonly #counts = new Map<string, number[]>();

  constructor(items: Items) {
    this.#items = items;
  }

  /** Counts once more for the item of this trace, and says the how-manieth time it is, from 1. */
  next(trace: string): number {
    const producer = this.#items.producerOf(trace);
    const number = this.#items.numberOf(trace);
    let counts = this.#counts.get(producer);
    if (!counts) {
      counts = [];
      this.#counts.set(producer, counts);
    }
    // Filled without holes: a list with holes becomes a slow one.
    while (counts.length <= number) counts.push(0);
    const turn = (counts[number] ?? 0) + 1;
    counts[number] = turn;
    return turn;
  }
}
