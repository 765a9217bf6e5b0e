/** Bytes of a text that are kept. */
const MOST_BYTES = 200;
const HEAD = 8;

/**
 * What a thread leaves behind while it runs: the last place it noted, and how often it noted one. Another thread can read it
 * at any time, even when this one never comes back.
 */
export class Trail {
  readonly #counts: Int32Array;
  readonly #bytes: Buffer;

  constructor(readonly shared = new SharedArrayBuffer(HEAD + MOST_BYTES)) {
    this.#counts = new Int32Array(shared, 0, 2);
    this.#bytes = Buffer.from(shared, HEAD, MOST_BYTES);
  }

  note(place: string): void {
    const length = this.#bytes.write(place);
    Atomics.store(this.#counts, 1, length);
    Atomics.add(this.#counts, 0, 1);
  }

  get steps(): number {
    return Atomics.load(this.#counts, 0);
  }

  /** Empty when nothing was noted yet. */
  get place(): string {
    return this.#bytes.toString('utf8', 0, Atomics.load(this.#counts, 1));
  }
}
