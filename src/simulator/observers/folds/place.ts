import { ItemFlags, Numbers } from './per-item.ts';

/** What is known of an item at a place. */
const ENTERED = 1;
const DONE = 2;
/** The effect happened, though nobody may have lived to say so. */
const HAD_EFFECT = 4;
const DEAD = 8;
const SHED = 16;
/** A delivery will be tried again. */
const RETRYING = 32;
const WORKING = 64;
/** A share group is through with it. */
const SETTLED = 128;

export type Fate = 'done' | 'shed' | 'deadLettered' | 'waiting' | 'lost';

/** Somewhere that items are to be worked off: a queue, a group of a log, a subscription. A byte for each item. */
export class Place {
  readonly #flags = new ItemFlags();
  readonly #groupNumbers = new Map<string, number>();
  readonly #groups = new Numbers();
  readonly #youngestDone = new Numbers();

  /** It came in; in an ordered place, with the name of what it must keep order with. */
  enter(item: number, group: string | undefined): void {
    this.#flags.add(item, ENTERED);
    this.#flags.remove(item, DEAD | SETTLED);
    if (group !== undefined) this.#groups.set(item, this.#numberOf(group));
  }

  /** It went on elsewhere, and that place answers for it now. */
  handOver(item: number): void {
    this.#flags.set(item, 0);
  }

  /** Its message was moved elsewhere, and that place answers for what is not done here. */
  moveOn(item: number): void {
    if (!this.#has(item, DONE | HAD_EFFECT)) this.#flags.set(item, 0);
  }

  isDead(item: number): boolean {
    return this.#has(item, DEAD);
  }

  retry(item: number): void {
    this.#flags.add(item, ENTERED | RETRYING);
  }

  stopRetrying(item: number): void {
    this.#flags.remove(item, RETRYING);
  }

  /** Its worker has it: a push is told of only when it was answered. */
  start(item: number): void {
    this.#flags.add(item, ENTERED | WORKING);
  }

  stop(item: number): void {
    this.#flags.remove(item, WORKING);
  }

  hadEffect(item: number): void {
    if (this.#has(item, ENTERED | WORKING)) this.#flags.add(item, HAD_EFFECT);
  }

  isEffective(item: number): boolean {
    return this.#has(item, HAD_EFFECT);
  }

  shed(item: number): void {
    this.#flags.add(item, SHED);
  }

  dieHere(item: number): void {
    this.#flags.add(item, ENTERED | DEAD);
  }

  /** The dead letter is gone, too. */
  vanish(item: number): void {
    this.#flags.remove(item, DEAD);
  }

  settle(item: number): void {
    this.#flags.add(item, SETTLED);
  }

  isSettled(item: number): boolean {
    return this.#has(item, SETTLED);
  }

  /** It was worked off: false when it had been before. */
  finish(item: number): boolean {
    if (this.#has(item, DONE)) return false;
    this.#flags.add(item, ENTERED | DONE);
    return true;
  }

  /**
   * Whether a younger item of its group was done before it. Items are numbered in the order in which they were made, so an
   * item's number is its age.
   */
  isLate(item: number): boolean {
    const group = this.#groups.get(item);
    if (group === 0) return false;
    const youngest = this.#youngestDone.get(group);
    if (item + 1 > youngest) this.#youngestDone.set(group, item + 1);
    return item + 1 < youngest;
  }

  /** What became of an item; undefined when it was never here. */
  fate(item: number, isStillThere: boolean): Fate | undefined {
    const flags = this.#flags.get(item);
    if ((flags & ENTERED) === 0) return undefined;
    if ((flags & (DONE | HAD_EFFECT)) !== 0) return 'done';
    if ((flags & SHED) !== 0) return 'shed';
    if (isStillThere || (flags & (RETRYING | WORKING)) !== 0) return 'waiting';
    return (flags & DEAD) === 0 ? 'lost' : 'deadLettered';
  }

  #has(item: number, flag: number): boolean {
    return (this.#flags.get(item) & flag) !== 0;
  }

  #numberOf(group: string): number {
    let number = this.#groupNumbers.get(group);
    if (number === undefined) {
      number = this.#groupNumbers.size + 1;
      this.#groupNumbers.set(group, number);
    }
    return number;
  }
}
