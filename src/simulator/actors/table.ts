import type { Micros } from '../engine/time.ts';
import type { Value } from './program.ts';
import type { Access, Store } from './store.ts';

/** A change that a program wants of a store. */
export interface Change {
  readonly does: string;
  readonly key: string;
  readonly value?: Value;
  /** What an update expects to find. */
  readonly from?: Value;
}

/** What came of a change. `step` is the step of a recipe that is the same. */
export interface Changed {
  readonly step: 'write' | 'reserve' | 'claim' | 'record';
  readonly applied: boolean;
}

interface Entry {
  readonly text: string;
  readonly until: Micros;
  /** The item that it was put for. */
  readonly trace: string;
}

/**
 * A store as programs see it: values by key, beside the stock that it counts. Each change is atomic. Whether it is an effect
 * or only a note about one depends on what the store is for.
 */
export class Table {
  readonly store: Store;
  readonly #isEffect: boolean;
  readonly #entries = new Map<string, Entry>();

  constructor(store: Store, isEffect: boolean) {
    this.store = store;
    this.#isEffect = isEffect;
  }

  /** Undefined where there is nothing. */
  read(now: Micros, key: string): Value {
    if (this.store.counts(key)) return this.store.left(key);
    const text = this.#textOf(now, key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Whether the condition of a change holds now; a change without one always may be made. */
  allows(now: Micros, { does, key, from }: Change): boolean {
    switch (does) {
      case 'putIfAbsent':
        return !this.store.counts(key) && this.#textOf(now, key) === undefined;
      case 'update':
        return this.#jsonOf(now, key) === textOf(from);
      case 'take':
        return this.store.left(key) > 0;
      default:
        return true;
    }
  }

  /** Makes a change if it may be made. `seen` is what whoever makes it has read last under the key. */
  change(now: Micros, change: Change, access: Access, seen: Value): Changed {
    if (!this.allows(now, change)) return this.#refuse(now, change, access);
    const { does, key, value } = change;
    if (does === 'take') {
      this.store.take(now, key, access);
      return { step: 'reserve', applied: true };
    }
    if (this.store.counts(key)) return this.#count(now, change, access, seen);
    const before = this.#textOf(now, key);
    const text =
      does === 'add' ? textOf(numberOf(this.read(now, key)) + numberOf(value)) : textOf(value);
    const { trace } = access;
    this.#entries.set(key, { text, until: now + this.store.expiresAfter, trace });
    // What is put again as it was changes nothing.
    if (this.#isEffect && (does === 'add' || text !== before)) {
      this.store.write(now, access);
      return { step: 'write', applied: true };
    }
    const step = does === 'putIfAbsent' ? 'claim' : 'record';
    this.store.note(now, access, step);
    return { step: this.#isEffect ? 'write' : step, applied: true };
  }

  #count(now: Micros, { does, key, value }: Change, access: Access, seen: Value): Changed {
    const left = this.store.left(key);
    const [from, to] =
      does === 'add'
        ? [left, left + numberOf(value)]
        : [does === 'put' && typeof seen === 'number' ? seen : left, numberOf(value)];
    this.store.setLeft(now, key, from, to, access);
    return { step: to < from ? 'reserve' : 'write', applied: true };
  }

  #refuse(now: Micros, { does, key }: Change, access: Access): Changed {
    if (does === 'take' && this.store.counts(key)) {
      this.store.soldOut(now, key, access);
      return { step: 'reserve', applied: false };
    }
    // Where another item's entry is in the way, or there is no such stock, nothing was ever done for this one.
    const isThere = this.#entries.get(key)?.trace === access.trace;
    const step = this.#isEffect && isThere ? 'write' : 'claim';
    this.store.refuse(now, access, step);
    return { step, applied: false };
  }

  #jsonOf(now: Micros, key: string): string {
    return textOf(this.read(now, key));
  }

  #textOf(now: Micros, key: string): string | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > now ? entry.text : undefined;
  }
}

function textOf(value: Value): string {
  return JSON.stringify(value) ?? 'null';
}

function numberOf(value: Value): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
