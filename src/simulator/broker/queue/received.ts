import type { Message } from './message.ts';

/**
 * The messages that have handles, each at a place of its own, which is given again when the message is gone. A list, since
 * a map that something enters and leaves with every message builds itself anew all the time.
 */
export class Received {
  readonly #messages: (Message | undefined)[] = [];
  readonly #free: number[] = [];

  add(message: Message): void {
    message.handlePlace = this.#free.pop() ?? this.#messages.length;
    this.#messages[message.handlePlace] = message;
  }

  remove(message: Message): void {
    this.#messages[message.handlePlace] = undefined;
    this.#free.push(message.handlePlace);
  }

  /** The message at this place, unless another one has taken it over. */
  find(place: number, serial: number): Message | undefined {
    const message = this.#messages[place];
    return message?.serial === serial ? message : undefined;
  }
}
