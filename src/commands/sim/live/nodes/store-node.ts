import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

/** What was asked of a store, and what is left of its stock where it has one. */
export class StoreNode implements Node {
  readonly #left: Map<string, number>;
  readonly #stock: number;
  #applied = 0;
  #refused = 0;

  constructor(items: Readonly<Record<string, number>>) {
    this.#left = new Map(Object.entries(items));
    this.#stock = Object.values(items).reduce((sum, amount) => sum + amount, 0);
  }

  see(event: SimulationEvent): void {
    if (event.kind !== 'effect') return;
    if (event.outcome === 'applied') this.#applied += 1;
    else this.#refused += 1;
    if (event.left !== undefined) this.#left.set(event.key, event.left);
  }

  reading(): Reading {
    const counts = amounts({ applied: this.#applied, refused: this.#refused });
    if (this.#stock === 0) return { parts: [], full: 1, counts };
    let left = 0;
    let oversold = 0;
    for (const amount of this.#left.values()) {
      left += Math.max(0, amount);
      oversold += Math.max(0, -amount);
    }
    return {
      parts: amounts({ left }),
      full: this.#stock,
      counts: [...counts, ...amounts({ oversold })],
      ...(oversold > 0 ? { warning: 'oversold' } : {}),
    };
  }
}
