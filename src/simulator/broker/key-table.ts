const NOWHERE = -1;
const FIRST_SIZE = 64;

/**
 * Numbers keys from 0 on as they are added. A `Map` would do, but most of what a queue asks of it (has this deduplication id
 * been sent?) isn't there, and to say no a map looks at every key that shares a bucket, each somewhere else in memory. Here
 * hashes are compared first, and the table is never more than half full.
 */
export class KeyTable {
  readonly #keys: string[] = [];
  readonly #hashes: number[] = [];
  /** The number of a key, at its hash or in the next free slot behind. There is a power of two of them. */
  #slots = new Int32Array(FIRST_SIZE).fill(NOWHERE);

  /** A key's number; undefined when it isn't here. */
  find(key: string): number | undefined {
    const number = this.#slots[this.#slotOf(key, hashOf(key))];
    return number === NOWHERE ? undefined : number;
  }

  /** A key's number, a new one when it isn't here yet. */
  add(key: string): number {
    const hash = hashOf(key);
    const slot = this.#slotOf(key, hash);
    const known = this.#slots[slot] ?? NOWHERE;
    if (known !== NOWHERE) return known;
    const number = this.#keys.length;
    this.#slots[slot] = number;
    this.#keys.push(key);
    this.#hashes.push(hash);
    if (this.#keys.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  /** Where the key is, or would be. */
  #slotOf(key: string, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] ?? NOWHERE;
      if (number === NOWHERE) return slot;
      if (this.#hashes[number] === hash && this.#keys[number] === key) return slot;
    }
  }

  #grow(): void {
    const mask = this.#slots.length * 2 - 1;
    this.#slots = new Int32Array(mask + 1).fill(NOWHERE);
    for (let number = 0; number < this.#hashes.length; number += 1) {
      let slot = (this.#hashes[number] ?? 0) & mask;
      while (this.#slots[slot] !== NOWHERE) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones, which decide the slot. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
