import type { Job } from './job.ts';
import { Turns } from './turns.ts';
import type { ActorWorld } from './world.ts';

/**
 * Names what faults by chance could strike in a consumer's work: by the item, and by how often the consumer had it in hand. So
 * each delivery has a fate of its own, whether a message comes again or its item is in several messages; and no fault that
 * strikes one item shifts the names of another, as ids of messages would.
 */
export class Fates {
  readonly #consumer: string;
  readonly #world: ActorWorld;
  readonly #turns: Turns;

  constructor(consumer: string, world: ActorWorld) {
    this.#consumer = consumer;
    this.#world = world;
    this.#turns = new Turns(world.items);
  }

  /** Counts a delivery, where there are such faults: each one, so that it doesn't matter which of these faults they are. */
  begin(job: Job): void {
    if (this.#concerns('crash') || this.#concerns('fail') || this.#concerns('pause'))
      job.turn = this.#turns.next(job.trace);
  }

  /** The name of a moment in the work on a delivery. */
  nameOf(job: Job, moment: string): string {
    return `${this.#consumer} ${job.trace} ${job.turn ?? 0} ${moment}`;
  }

  #concerns(kind: 'crash' | 'fail' | 'pause'): boolean {
    return this.#world.faults.concerns(kind, this.#consumer);
  }
}
