/**
 * A small number for each item, in the order in which they were made. A producer counts its items, `buyers-17`, so four bytes
 * an item say which number it has; other names are looked up.
 */
export class ItemNumbers {
  readonly #producers = new Map<string, Int32Array>();
  readonly #others = new Map<string, number>();
  #count = 0;
  #lastTrace = '';
  #lastNumber = -1;

  get count(): number {
    return this.#count;
  }

  /** The number of this item, given at the first meeting. */
  of(trace: string): number {
    if (trace === this.#lastTrace && this.#lastNumber >= 0) return this.#lastNumber;
    const number = this.#find(trace);
    this.#lastTrace = trace;
    this.#lastNumber = number;
    return number;
  }

  /** The item of this number. It searches, so it is for the few that a story is told of. */
  traceOf(number: number): string | undefined {
    for (const [trace, known] of this.#others) if (known === number) return trace;
    for (const [producer, table] of this.#producers) {
      const place = table.indexOf(number + 1);
      if (place > 0) return `${producer}-${place}`;
    }
    return undefined;
  }

  #find(trace: string): number {
    const other = this.#others.size > 0 ? this.#others.get(trace) : undefined;
    if (other !== undefined) return other;
    const dash = trace.lastIndexOf('-');
    const place = dash > 0 ? Number(trace.slice(dash + 1)) : 0;
    // Only as the producer itself writes it: `a-1`, not `a-01`; and not so high that the table would be mostly empty.
    if (!Number.isInteger(place) || place < 1 || place > 2 * this.#count + 1024)
      return this.#findOther(trace);
    if (trace.charCodeAt(dash + 1) < 49) return this.#findOther(trace);
    return this.#findCounted(trace.slice(0, dash), place);
  }

  #findCounted(producer: string, place: number): number {
    let table = this.#producers.get(producer);
    if (!table || place >= table.length) {
      const larger = new Int32Array(Math.max(2 * place, 64));
      if (table) larger.set(table);
      table = larger;
      this.#producers.set(producer, table);
    }
    const known = table[place] ?? 0;
    if (known > 0) return known - 1;
    table[place] = this.#count + 1;
    return this.#next();
  }

  #findOther(trace: string): number {
    this.#others.set(trace, this.#count);
    return this.#next();
  }

  #next(): number {
    this.#count += 1;
    return this.#count - 1;
  }
}
