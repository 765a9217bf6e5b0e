const FIRST_SLOTS = 64;

/**
 * Numbers keys from 0 on as they are added. A `Map` would do, but most of what a queue asks of it (has this deduplication id
 * been sent?) isn't there, and to say no a map looks at every key that shares a bucket, each somewhere else in memory. Here
 * a slot has the hash itself, next to the number, and at most two slots in three are taken.
 */
export class KeyTable {
  readonly #keys: string[] = [];
  /**
   * Of each slot the hash, and the key's number plus one; 0 when it is free. A key stands at its hash or in the next free slot
   * behind. There is a power of two of them.
   */
  #slots = new Int32Array(2 * FIRST_SLOTS);

  /** A key's number; undefined when it isn't here. */
  find(key: string, hash = hashOf(key)): number | undefined {
    const number = (this.#slots[this.#slotOf(key, hash) + 1] ?? 0) - 1;
    return number < 0 ? undefined : number;
  }

  /** A key's number, a new one when it isn't here yet. */
  add(key: string, hash = hashOf(key)): number {
    const slot = this.#slotOf(key, hash);
    const known = (this.#slots[slot + 1] ?? 0) - 1;
    if (known >= 0) return known;
    const count = this.#keys.push(key);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = count;
    if (count * 3 > this.#slots.length) this.#grow();
    return count - 1;
  }

  /** Where the key is, or would be. */
  #slotOf(key: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
      const count = slots[slot + 1] ?? 0;
      if (count === 0 || (slots[slot] === hash && this.#keys[count - 1] === key)) return slot;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const count = old[from + 1] ?? 0;
      if (count === 0) continue;
      const hash = old[from] ?? 0;
      let slot = (2 * hash) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = count;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones, which decide the slot. 32 bits, with a sign. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
