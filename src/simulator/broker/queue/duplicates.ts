import Denque from 'denque';
import type { Chance } from '../world.ts';
import type { Message } from './message.ts';

/** The service duplicates what it handed out lately, not what is long forgotten. */
const REMEMBERED = 16;

/**
 * STD-15: a standard queue may hand out a message that is hidden, or one that was just deleted. It draws among the last few
 * that were handed out. A hidden one is received once more, under a new receipt and a new timeout. A deleted one is a mere
 * echo: it is handed out as it was, stays deleted, and never comes back by itself, so that no count changes.
 */
export class Duplicates {
  readonly #chance: Chance;
  readonly #handedOut = new Denque<Message>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  handedOut(message: Message): void {
    this.#handedOut.push(message);
    if (this.#handedOut.length > REMEMBERED) this.#handedOut.shift();
  }

  /** One draw for a receive. */
  draw(chance: number): Message | undefined {
    if (this.#handedOut.isEmpty() || !this.#chance.chance(chance)) return undefined;
    const message = this.#handedOut.peekAt(this.#chance.below(this.#handedOut.length));
    return message?.state === 'in-flight' || message?.state === 'deleted' ? message : undefined;
  }
}
