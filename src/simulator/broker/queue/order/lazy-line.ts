import Denque from 'denque';

/** Below this many dead entries tidying isn't worth it. */
const FEW = 64;

/** A line whose entries die where they stand, like those of a `LazyHeap`: skipped at the front, swept out when they are many. */
export class LazyLine<Entry> {
  readonly #isDead: (entry: Entry) => boolean;
  #line = new Denque<Entry>();
  #dead = 0;

  constructor(isDead: (entry: Entry) => boolean) {
    this.#isDead = isDead;
  }

  /** The dead among them included. */
  get length(): number {
    return this.#line.length;
  }

  push(entry: Entry): void {
    this.#line.push(entry);
  }

  last(): Entry | undefined {
    return this.#line.peekBack();
  }

  first(): Entry | undefined {
    let first = this.#line.peekFront();
    while (first !== undefined && this.#isDead(first)) {
      this.#line.shift();
      this.#dead -= 1;
      first = this.#line.peekFront();
    }
    return first;
  }

  shift(): Entry | undefined {
    return this.first() === undefined ? undefined : this.#line.shift();
  }

  /** Takes out the entry that stands there; undefined when none does, or a dead one. */
  takeAt(index: number): Entry | undefined {
    const entry = this.#line.peekAt(index);
    if (entry === undefined || this.#isDead(entry)) return undefined;
    this.#line.removeOne(index);
    return entry;
  }

  /** Says that an entry has died. */
  lost(): void {
    this.#dead += 1;
    if (this.#dead <= FEW || this.#dead * 2 <= this.#line.length) return;
    this.#line = new Denque(this.#line.toArray().filter((entry) => !this.#isDead(entry)));
    this.#dead = 0;
  }
}
