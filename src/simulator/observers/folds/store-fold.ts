import type { Effect } from '../../events/index.ts';
import type { StoreReport } from '../metrics/report.ts';
import { ItemFlags } from './per-item.ts';

/** What one store was asked to change. Writes and reservations are effects; claims and records are only notes about them. */
export class StoreFold {
  readonly #had = new ItemFlags();
  readonly #left: Map<string, number>;
  #applied = 0;
  #refused = 0;
  #soldOut = 0;
  #duplicates = 0;
  #oversold = 0;

  constructor(stock: Readonly<Record<string, number>>) {
    this.#left = new Map(Object.entries(stock));
  }

  get duplicates(): number {
    return this.#duplicates;
  }

  get oversold(): number {
    return this.#oversold;
  }

  get soldOut(): number {
    return this.#soldOut;
  }

  get changes(): number {
    return this.#applied + this.#refused;
  }

  see({ outcome, operation, key, left }: Effect, item: number): void {
    if (outcome === 'refused') {
      this.#refused += 1;
      if (operation === 'reserve') this.#soldOut += 1;
      return;
    }
    this.#applied += 1;
    if (left !== undefined) this.#left.set(key, left);
    if (operation === 'reserve' && left !== undefined && left < 0) this.#oversold += 1;
    if (operation !== 'write' && operation !== 'reserve') return;
    if (this.#had.get(item) > 0) this.#duplicates += 1;
    else this.#had.set(item, 1);
  }

  report(): StoreReport {
    return {
      applied: this.#applied,
      refused: this.#refused,
      duplicates: this.#duplicates,
      left: Object.fromEntries(this.#left),
    };
  }
}
