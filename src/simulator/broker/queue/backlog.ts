import type { Message } from './message.ts';

/** Points at the oldest message that isn't passed over. What is passed over once must be so for ever: it only moves on. */
class Cursor {
  readonly #isPassedOver: (message: Message) => boolean;
  #at: Message | undefined;

  constructor(isPassedOver: (message: Message) => boolean) {
    this.#isPassedOver = isPassedOver;
  }

  added(message: Message): void {
    this.#at ??= message;
  }

  removed(message: Message): void {
    if (this.#at === message) this.#at = message.newer;
  }

  find(): Message | undefined {
    while (this.#at && this.#isPassedOver(this.#at)) this.#at = this.#at.newer;
    return this.#at;
  }
}

/** All messages that a queue holds, in the order in which they came, as a list that each can leave at once. */
export class Backlog {
  readonly #firstFresh: Cursor;
  readonly #firstPunctual = new Cursor(isLate);
  #oldest: Message | undefined;
  #newest: Message | undefined;

  /** A message that is worn stays so. */
  constructor(isWorn: (message: Message) => boolean) {
    this.#firstFresh = new Cursor(isWorn);
  }

  add(message: Message): void {
    message.older = this.#newest;
    if (this.#newest) this.#newest.newer = message;
    else this.#oldest = message;
    this.#newest = message;
    this.#firstFresh.added(message);
    this.#firstPunctual.added(message);
  }

  remove(message: Message): void {
    const { older, newer } = message;
    if (older) older.newer = newer;
    else this.#oldest = newer;
    if (newer) newer.older = older;
    else this.#newest = older;
    this.#firstFresh.removed(message);
    this.#firstPunctual.removed(message);
    message.older = undefined;
    message.newer = undefined;
  }

  /** The oldest message that isn't worn. */
  oldestFresh(): Message | undefined {
    return this.#firstFresh.find();
  }

  /** Of those whose retention began here, the one whose retention ends first. */
  oldestPunctual(): Message | undefined {
    return this.#firstPunctual.find();
  }

  /** From the oldest on. The one that was given last may be removed. */
  *[Symbol.iterator](): Generator<Message> {
    for (let message = this.#oldest; message; ) {
      const { newer } = message;
      yield message;
      message = newer;
    }
  }
}

/** Whether its retention began elsewhere (STD-12), so that it isn't in the order of arrival. */
export function isLate(message: Message): boolean {
  return message.sentAt !== message.arrivedAt;
}
