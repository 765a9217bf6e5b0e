/** A whole number for each item, 0 at first: a byte each. */
export class ItemFlags {
  #values = new Uint8Array(256);

  get(item: number): number {
    return this.#values[item] ?? 0;
  }

  set(item: number, value: number): void {
    if (item >= this.#values.length) {
      const larger = new Uint8Array(2 * item);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[item] = value;
  }

  add(item: number, flags: number): void {
    this.set(item, this.get(item) | flags);
  }

  remove(item: number, flags: number): void {
    this.set(item, this.get(item) & ~flags);
  }
}

/** A whole number for each place in a list, 0 at first: four bytes each. */
export class Numbers {
  #values = new Int32Array(64);

  get(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const larger = new Int32Array(2 * index);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[index] = value;
  }
}
