import Denque from 'denque';
import type { Micros } from '../../engine/time.ts';

interface Lane<Item> {
  /** The first one is under way. */
  readonly items: Denque<Item>;
  isUnderWay: boolean;
  isRunning: boolean;
}

/** SNSF-03: one after the other within a group. Groups don't wait for each other. */
export class Lanes<Item> {
  readonly #start: (now: Micros, item: Item) => void;
  readonly #lanes = new Map<string, Lane<Item>>();

  /** `start` is called when an item's turn has come; `end` must be called when it is over. */
  constructor(start: (now: Micros, item: Item) => void) {
    this.#start = start;
  }

  add(now: Micros, group: string, item: Item): void {
    const known = this.#lanes.get(group);
    if (known) {
      known.items.push(item);
      return;
    }
    const lane = { items: new Denque([item]), isUnderWay: false, isRunning: false };
    this.#lanes.set(group, lane);
    this.#run(now, group, lane);
  }

  end(now: Micros, group: string): void {
    const lane = this.#lanes.get(group);
    if (!lane) throw new Error(`nothing is under way in group ${group}`);
    lane.items.shift();
    lane.isUnderWay = false;
    this.#run(now, group, lane);
  }

  /** A loop, because thousands may wait and each may end while it starts. */
  #run(now: Micros, group: string, lane: Lane<Item>): void {
    if (lane.isRunning) return;
    lane.isRunning = true;
    while (!lane.isUnderWay) {
      const item = lane.items.peekFront();
      if (item === undefined) {
        this.#lanes.delete(group);
        return;
      }
      lane.isUnderWay = true;
      this.#start(now, item);
    }
    lane.isRunning = false;
  }
}
