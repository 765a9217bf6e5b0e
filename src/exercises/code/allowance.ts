/** Hand-outs that every program may have, and those that each item adds. An honest program needs two or three of an item. */
const HAND_OUTS = { atLeast: 4_000, perItem: 25 };

/** Calls that every program may make, and those that each hand-out adds. */
const CALLS = { atLeast: 20_000, perHandOut: 200 };

/**
 * How much a program may be given and may ask for in one run. The time in which queues drain is long: without a bound, messages
 * that nobody deletes would come back for an hour.
 */
export class Allowance {
  readonly #items = new Set<string>();
  #handOuts = 0;
  #calls = 0;

  get items(): number {
    return this.#items.size;
  }

  get handOuts(): number {
    return this.#handOuts;
  }

  get calls(): number {
    return this.#calls;
  }

  handedOut(item: string): void {
    this.#items.add(item);
    this.#handOuts += 1;
  }

  called(): void {
    this.#calls += 1;
  }

  /** What there was too much of. */
  get exceeded(): 'hand-outs' | 'calls' | undefined {
    if (this.#handOuts > HAND_OUTS.atLeast + HAND_OUTS.perItem * this.items) return 'hand-outs';
    return this.#calls > CALLS.atLeast + CALLS.perHandOut * this.#handOuts ? 'calls' : undefined;
  }
}
