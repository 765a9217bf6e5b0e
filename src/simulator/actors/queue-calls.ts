import type { Delivery } from '../broker/queue/index.ts';
import type { Micros } from '../engine/time.ts';
import type { MessageSource } from './message-source.ts';
import type { QueueWork } from './queue-work.ts';
import type { ActorWorld } from './world.ts';

/** What a worker asks of its queues about messages that it has. A call that doesn't get through ends its connection. */
export class QueueCalls {
  readonly #caller: string;
  readonly #consumer: QueueWork;
  readonly #world: ActorWorld;

  constructor(caller: string, consumer: QueueWork, world: ActorWorld) {
    this.#caller = caller;
    this.#consumer = consumer;
    this.#world = world;
  }

  /** Whether a call gets through: nothing is wrong with the queue, nor with the way to it. */
  reaches(source: MessageSource): boolean {
    return !this.#consumer.isAway && !this.#world.faults.lasting('down', source.name);
  }

  delete(now: Micros, from: MessageSource, deliveries: readonly Delivery[]): void {
    if (this.reaches(from)) from.delete(now, deliveries, this.#caller);
    else from.disconnected(now, this.#caller);
  }

  /** Hides a message for so many seconds from now on; false when that came too late or didn't get through. */
  hideFor(now: Micros, from: MessageSource, delivery: Delivery, seconds: number): boolean {
    if (this.reaches(from)) return from.changeVisibility(now, delivery, seconds, this.#caller);
    from.disconnected(now, this.#caller);
    return false;
  }

  /** Whether a receive was answered, and the answer got lost. It is named by the message in front. */
  isUnheard({ traceHeader: trace = '' }: Delivery): boolean {
    const { faults } = this.#world;
    const { name: consumer, answers } = this.#consumer;
    if (!faults.concerns('lose-response', consumer)) return false;
    const name = `${consumer} receive ${trace} ${answers.next(trace)}`;
    return faults.strikes('lose-response', consumer, { name, trace }) !== undefined;
  }
}
