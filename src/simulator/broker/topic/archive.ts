import Denque from 'denque';
import { DAY, type Micros } from '../../engine/time.ts';
import type { PublishedMessage } from './message.ts';

/** SNSF-06: what a FIFO topic keeps to send it again. */
export class Archive {
  readonly #keptFor: Micros;
  readonly #messages = new Denque<PublishedMessage>();

  constructor(days: number) {
    this.#keptFor = days * DAY;
  }

  add(now: Micros, message: PublishedMessage): void {
    this.#forget(now);
    this.#messages.push(message);
  }

  /** What is still kept and was published at `from` or later, oldest first. */
  since(now: Micros, from: Micros): PublishedMessage[] {
    this.#forget(now);
    return this.#messages.toArray().filter(({ publishedAt }) => publishedAt >= from);
  }

  #forget(now: Micros): void {
    for (let oldest = this.#messages.peekFront(); oldest; oldest = this.#messages.peekFront()) {
      if (oldest.publishedAt + this.#keptFor > now) return;
      this.#messages.shift();
    }
  }
}
