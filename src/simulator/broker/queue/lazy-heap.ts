import TinyQueue from 'tinyqueue';

/** Below this many dead entries tidying isn't worth it. */
const FEW = 64;

/**
 * A heap whose entries die where they are: they are skipped at the top, and swept out when they outnumber the living, so
 * that memory follows the living and each entry costs the same. Where they die in their order, none is ever left.
 */
export class LazyHeap<Entry> {
  readonly #compare: (a: Entry, b: Entry) => number;
  readonly #isDead: (entry: Entry) => boolean;
  #heap: TinyQueue<Entry>;
  #dead = 0;

  constructor(compare: (a: Entry, b: Entry) => number, isDead: (entry: Entry) => boolean) {
    this.#compare = compare;
    this.#isDead = isDead;
    this.#heap = new TinyQueue<Entry>([], compare);
  }

  push(entry: Entry): void {
    this.#heap.push(entry);
  }

  /** Says that an entry has died. */
  lost(): void {
    this.#dead += 1;
    this.peek();
    if (this.#dead <= FEW || this.#dead * 2 <= this.#heap.length) return;
    const living = this.#heap.data.filter((entry) => !this.#isDead(entry));
    this.#heap = new TinyQueue(living, this.#compare);
    this.#dead = 0;
  }

  peek(): Entry | undefined {
    let top = this.#heap.peek();
    while (top !== undefined && this.#isDead(top)) {
      this.#heap.pop();
      this.#dead -= 1;
      top = this.#heap.peek();
    }
    return top;
  }

  pop(): Entry | undefined {
    return this.peek() === undefined ? undefined : this.#heap.pop();
  }
}
