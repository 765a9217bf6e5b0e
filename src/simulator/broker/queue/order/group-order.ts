import type { Micros } from '../../../engine/time.ts';
import type { Message } from '../message.ts';
import { Group, type Turn } from './group.ts';
import { LazyLine } from './lazy-line.ts';
import { LookAhead } from './look-ahead.ts';
import type { Order } from './order.ts';

/** Groups that hold nothing are forgotten when there are so many of them, and more than of the others. */
const MANY = 1_024;

/**
 * A FIFO queue's order. Groups that may be served stand in a round, in the order in which they became so; a group is blocked
 * while any of its messages is in flight (FIFO-05). A receive empties one group before the next (FIFO-06), and what comes
 * back comes before what is later in its group (FIFO-08).
 */
export class GroupOrder implements Order {
  readonly #groups = new Map<string, Group>();
  /** The groups at their places: a message looks there, since a look into the map takes longer. */
  readonly #places: (Group | undefined)[] = [];
  readonly #freePlaces: number[] = [];
  readonly #round = new LazyLine<Turn>((turn) => turn.group.turn !== turn);
  readonly #lookAhead = new LookAhead();
  #emptyGroups = 0;
  /** The group that this receive is taking from. */
  #current: Group | undefined;

  arrived(message: Message): void {
    this.#lookAhead.arrived(message);
    const id = message.group ?? '';
    const known = this.#groups.get(id);
    if (known?.held === 0) this.#emptyGroups -= 1;
    const group = known ?? this.#newGroup(id);
    message.groupPlace = group.place;
    group.held += 1;
    group.add(message);
  }

  add(message: Message): void {
    this.#offer(this.#groupOf(message));
  }

  take(_now: Micros): Message | undefined {
    for (let group = this.#current ?? this.#nextGroup(); group; group = this.#nextGroup()) {
      const message = group.inFlight === 0 || group === this.#current ? group.first() : undefined;
      if (!message) continue;
      group.remove(message);
      group.inFlight += 1;
      this.#current = group;
      return message;
    }
    return undefined;
  }

  endReceive(): void {
    const group = this.#current;
    this.#current = undefined;
    if (group) this.#offer(group);
  }

  putBack(message: Message): void {
    const group = this.#groupOf(message);
    group.putBack(message);
    group.inFlight -= 1;
    this.#offer(group);
  }

  leaves(message: Message, from: 'delayed' | 'visible' | 'in-flight', _now: Micros): void {
    const group = this.#groupOf(message);
    group.held -= 1;
    if (from !== 'in-flight') group.remove(message);
    if (group.held === 0) this.#emptied();
    if (group.turn && !group.first()) {
      group.turn = undefined;
      this.#round.lost();
    }
    if (from === 'in-flight') {
      group.inFlight -= 1;
      this.#offer(group);
    }
    const entering = this.#lookAhead.leaves(message);
    if (entering) this.#offer(this.#groupOf(entering));
  }

  #groupOf(message: Message): Group {
    const group = this.#places[message.groupPlace];
    if (!group) throw new Error(`message ${message.id} is of no group`);
    return group;
  }

  #newGroup(id: string): Group {
    const group = new Group(id, this.#freePlaces.pop() ?? this.#places.length);
    this.#groups.set(id, group);
    this.#places[group.place] = group;
    return group;
  }

  #emptied(): void {
    this.#emptyGroups += 1;
    if (this.#emptyGroups <= MANY || this.#emptyGroups * 2 <= this.#groups.size) return;
    for (const group of this.#groups.values()) if (group.held === 0) this.#forget(group);
    this.#emptyGroups = 0;
  }

  #forget({ id, place }: Group): void {
    this.#groups.delete(id);
    this.#places[place] = undefined;
    this.#freePlaces.push(place);
  }

  #nextGroup(): Group | undefined {
    const group = this.#round.shift()?.group;
    if (group) group.turn = undefined;
    return group;
  }

  #offer(group: Group): void {
    if (group.turn || group.inFlight > 0 || group === this.#current) return;
    const first = group.first();
    if (!first || !this.#lookAhead.reaches(first)) return;
    group.turn = { group };
    this.#round.push(group.turn);
  }
}
