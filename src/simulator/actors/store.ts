import Denque from 'denque';
import type { Micros } from '../engine/time.ts';
import type { Effect } from '../events/index.ts';
import type { StoreSettings } from '../settings/world.ts';

export interface Access {
  readonly trace: string;
  readonly worker: string;
}

/**
 * A database table as far as effects go: a stock for each item, and records of what was done. Each method is atomic; a race
 * needs two of them, with time between.
 */
export class Store {
  readonly latency: Micros;
  readonly #name: string;
  readonly #left: Map<string, number>;
  readonly #recordedUntil = new Map<string, Micros>();
  /** Records that expire, in the order in which they do: all of them last equally long. */
  readonly #expiring = new Denque<{ readonly trace: string; readonly until: Micros }>();
  readonly expiresAfter: Micros;
  /** Units that were sold and are counted as left, by those who wrote what they had reckoned from an old reading. */
  readonly #lost = new Map<string, number>();
  readonly #emit: (event: Effect) => void;

  constructor(name: string, settings: StoreSettings, emit: (event: Effect) => void) {
    this.#name = name;
    this.latency = settings.latency;
    this.#left = new Map(Object.entries(settings.items));
    this.expiresAfter = settings.expiresAfter ?? Number.POSITIVE_INFINITY;
    this.#emit = emit;
  }

  /** Whether it counts how many of this are left. */
  counts(item: string): boolean {
    return this.#left.has(item);
  }

  left(item: string): number {
    return this.#left.get(item) ?? 0;
  }

  /** Takes one from stock, however much there is: a reader that looked before may be too late. */
  take(now: Micros, item: string, access: Access): void {
    const left = this.left(item) - 1;
    this.#left.set(item, left);
    this.#tell(now, 'reserve', item, access, 'applied', left - (this.#lost.get(item) ?? 0));
  }

  /** Takes one from stock if there is one, in one: a conditional write. */
  takeIfLeft(now: Micros, item: string, access: Access): boolean {
    if (this.left(item) > 0) {
      this.take(now, item, access);
      return true;
    }
    this.soldOut(now, item, access);
    return false;
  }

  /** The buyer goes away without. */
  soldOut(now: Micros, item: string, access: Access): void {
    this.#tell(now, 'reserve', item, access, 'refused', this.left(item));
  }

  /**
   * Writes how many are left, as somebody reckoned it who had read `seen`. What others took since then is forgotten in the
   * count, but not by those who have it: so a sale is told with what is truly left, and a count with what is written.
   */
  setLeft(now: Micros, item: string, seen: number, left: number, access: Access): void {
    const truly = this.left(item) - (this.#lost.get(item) ?? 0) + left - seen;
    this.#left.set(item, left);
    this.#lost.set(item, left - truly);
    if (left < seen) this.#tell(now, 'reserve', item, access, 'applied', truly);
    else this.#tell(now, left > seen ? 'write' : 'record', item, access, 'applied', left);
  }

  /** The effect itself, as often as it is asked for. */
  write(now: Micros, access: Access): void {
    this.#tell(now, 'write', access.trace, access, 'applied', undefined);
  }

  /** The effect itself wasn't needed: it is there. */
  refuse(now: Micros, access: Access, operation: 'write' | 'claim'): void {
    this.#tell(now, operation, access.trace, access, 'refused', undefined);
  }

  /** A note about an item that a program keeps for itself. */
  note(now: Micros, access: Access, operation: 'claim' | 'record'): void {
    this.#tell(now, operation, access.trace, access, 'applied', undefined);
  }

  /** Records that it keeps. */
  get records(): number {
    return this.#recordedUntil.size;
  }

  /** Whether the item is recorded as done. */
  has(now: Micros, trace: string): boolean {
    return (this.#recordedUntil.get(trace) ?? 0) > now;
  }

  record(now: Micros, access: Access): void {
    this.#remember(now, access.trace);
    this.#tell(now, 'record', access.trace, access, 'applied', undefined);
  }

  /** Records the item as done unless it is, in one. False when somebody was first. */
  claim(now: Micros, access: Access): boolean {
    const first = !this.has(now, access.trace);
    if (first) this.#remember(now, access.trace);
    this.#tell(now, 'claim', access.trace, access, first ? 'applied' : 'refused', undefined);
    return first;
  }

  /** And forgets what has expired. */
  #remember(now: Micros, trace: string): void {
    const until = now + this.expiresAfter;
    this.#recordedUntil.set(trace, until);
    if (until === Number.POSITIVE_INFINITY) return;
    this.#expiring.push({ trace, until });
    let oldest = this.#expiring.peekFront();
    while (oldest && oldest.until <= now) {
      this.#expiring.shift();
      // What was recorded again since then lasts longer.
      if (this.#recordedUntil.get(oldest.trace) === oldest.until)
        this.#recordedUntil.delete(oldest.trace);
      oldest = this.#expiring.peekFront();
    }
  }

  #tell(
    at: Micros,
    operation: Effect['operation'],
    key: string,
    { trace, worker }: Access,
    outcome: Effect['outcome'],
    left: number | undefined,
  ): void {
    this.#emit({
      kind: 'effect',
      at,
      store: this.#name,
      operation,
      key,
      trace,
      worker,
      outcome,
      left,
    });
  }
}
