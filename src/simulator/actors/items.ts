import type { Micros } from '../engine/time.ts';

/**
 * When each item was made. An item's trace is its producer's name and its number from 1, so eight bytes an item are enough,
 * and whoever works on it later finds its beginning here.
 */
export class Items {
  readonly #madeAt = new Map<string, Micros[]>();

  /** Gives the new item's trace. */
  add(producer: string, at: Micros): string {
    const made = this.#madeAt.get(producer) ?? [];
    this.#madeAt.set(producer, made);
    made.push(at);
    return `${producer}-${made.length}`;
  }

  /** 0 for what no producer made. */
  producedAt(trace: string): Micros {
    return this.#madeAt.get(this.producerOf(trace))?.[this.numberOf(trace) - 1] ?? 0;
  }

  producerOf(trace: string): string {
    return trace.slice(0, trace.lastIndexOf('-'));
  }

  /** Its number among its producer's items, from 1. */
  numberOf(trace: string): number {
    return Number(trace.slice(trace.lastIndexOf('-') + 1));
  }
}
