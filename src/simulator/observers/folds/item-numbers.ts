const DASH = 45;
const ZERO = 48;
const NINE = 57;

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
  #lastProducer = '';
  #lastTable: Int32Array = new Int32Array(0);

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
    const digits = digitsAtEnd(trace);
    const dash = trace.length - digits - 1;
    // Only as the producer itself writes it: `a-1`, not `a-01`; and not so high that the table would be mostly empty.
    if (digits === 0 || dash < 1 || trace.charCodeAt(dash) !== DASH) return this.#findOther(trace);
    if (trace.charCodeAt(dash + 1) === ZERO) return this.#findOther(trace);
    const place = numberAt(trace, dash + 1);
    if (place > 2 * this.#count + 1024) return this.#findOther(trace);
    return this.#findCounted(trace, dash, place);
  }

  #findCounted(trace: string, dash: number, place: number): number {
    let table = this.#tableOf(trace, dash);
    if (place >= table.length) {
      const larger = new Int32Array(2 * place);
      larger.set(table);
      table = larger;
      this.#lastTable = table;
      this.#producers.set(this.#lastProducer, table);
    }
    const known = table[place] ?? 0;
    if (known > 0) return known - 1;
    table[place] = this.#count + 1;
    return this.#next();
  }

  /** Mostly it is the last one's producer again, and then its name needn't be cut out. */
  #tableOf(trace: string, dash: number): Int32Array {
    if (dash === this.#lastProducer.length && trace.startsWith(this.#lastProducer))
      return this.#lastTable;
    const producer = trace.slice(0, dash);
    const table = this.#producers.get(producer) ?? new Int32Array(64);
    this.#producers.set(producer, table);
    this.#lastProducer = producer;
    this.#lastTable = table;
    return table;
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

function digitsAtEnd(text: string): number {
  let start = text.length;
  while (start > 0 && isDigit(text.charCodeAt(start - 1))) start -= 1;
  return text.length - start;
}

/** The number that the digits from there on are. */
function numberAt(text: string, start: number): number {
  let number = 0;
  for (let i = start; i < text.length; i += 1) number = 10 * number + text.charCodeAt(i) - ZERO;
  return number;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}
