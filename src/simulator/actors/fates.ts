import type { FaultSettings } from '../settings/fault.ts';
import type { Job } from './job.ts';
import { Turns } from './turns.ts';
import type { ActorWorld } from './world.ts';

type Moment = NonNullable<FaultSettings['when']>;

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

  /** Why this item's work fails although nothing went wrong with the work itself; each new attempt in one delivery has its own fate. */
  troubleOf(job: Job, attempt = 0): string | undefined {
    const { faults, items } = this.#world;
    if (faults.poisons(items.producerOf(job.trace), job.trace)) return 'it can never be processed';
    if (!this.#concerns('fail')) return undefined;
    const opportunity = {
      name: this.nameOf(job, attempt === 0 ? 'fail' : `fail ${attempt}`),
      trace: job.trace,
    };
    return faults.strikes('fail', this.#consumer, opportunity) && 'the work failed';
  }

  /** Lets the worker die at this moment of the `index`-th thing that it does, if a fault wants that: true when it did. */
  kill(job: Job, index: number, when: Moment): boolean {
    if (!this.#concerns('crash')) return false;
    const opportunity = {
      name: this.nameOf(job, `${when} ${index}`),
      trace: job.trace,
      when,
      victim: job.worker.name,
    };
    const fault = this.#world.faults.strikes('crash', this.#consumer, opportunity);
    if (fault) job.worker.crash(this.#world.calendar.now, fault.for);
    return fault !== undefined;
  }

  #concerns(kind: 'crash' | 'fail' | 'pause'): boolean {
    return this.#world.faults.concerns(kind, this.#consumer);
  }
}
