import type { Message } from '../message.ts';

/** A group's place in the round of groups that may be served. One that its group no longer knows is dead. */
export interface Turn {
  readonly group: Group;
}

/** The messages of one FIFO group that are not in flight, as a list in the order in which they came. */
export class Group {
  readonly id: string;
  /** Where its messages find it. */
  readonly place: number;
  #first: Message | undefined;
  #last: Message | undefined;
  /** Messages of all states. */
  held = 0;
  inFlight = 0;
  turn: Turn | undefined = undefined;

  constructor(id: string, place: number) {
    this.id = id;
    this.place = place;
  }

  add(message: Message): void {
    this.#insert(message, this.#last);
  }

  /** What comes back from flight stands among the first few. */
  putBack(message: Message): void {
    let before: Message | undefined;
    let after = this.#first;
    while (after && after.serial < message.serial) {
      before = after;
      after = after.nextInGroup;
    }
    this.#insert(message, before);
  }

  remove(message: Message): void {
    const { previousInGroup: before, nextInGroup: after } = message;
    if (before) before.nextInGroup = after;
    else this.#first = after;
    if (after) after.previousInGroup = before;
    else this.#last = before;
    message.previousInGroup = undefined;
    message.nextInGroup = undefined;
  }

  /** The one that comes next; undefined also while that one is delayed, since nothing overtakes it. */
  first(): Message | undefined {
    return this.#first?.state === 'visible' ? this.#first : undefined;
  }

  #insert(message: Message, before: Message | undefined): void {
    const after = before ? before.nextInGroup : this.#first;
    message.previousInGroup = before;
    message.nextInGroup = after;
    if (before) before.nextInGroup = message;
    else this.#first = message;
    if (after) after.previousInGroup = message;
    else this.#last = message;
  }
}
