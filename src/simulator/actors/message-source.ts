import type { PriorityQueue } from '../broker/priority/index.ts';
import type {
  Delivery,
  Queue,
  ReceiveAnswer,
  ReceiveRequest,
  StopWaiting,
} from '../broker/queue/index.ts';
import { Refusal } from '../broker/refusal.ts';
import type { Micros } from '../engine/time.ts';
import type { ActorWorld } from './world.ts';

/** A queue as its workers use it. */
export interface MessageSource {
  readonly name: string;
  receive(now: Micros, request: ReceiveRequest, answer: ReceiveAnswer): StopWaiting;
  delete(now: Micros, deliveries: readonly Delivery[], by: string): void;
  /** Lets a message be received again after these seconds, or keeps it hidden as long. False when it was too late. */
  changeVisibility(now: Micros, delivery: Delivery, seconds: number, by: string): boolean;
  /** The receiver's connection broke. SQS doesn't notice: what was received stays hidden until its time is over. */
  disconnected(now: Micros, by: string): void;
  /** Messages that could be received now. */
  visible(now: Micros): number;
  /** Messages that it has in any state. */
  outstanding(now: Micros): number;
}

/** The queue of this name, of either kind. */
export function messageSource(name: string, world: ActorWorld): MessageSource {
  const queue = world.queues.get(name);
  if (queue) return new QueueSource(queue);
  const priorityQueue = world.priorityQueues.get(name);
  if (priorityQueue) return new PrioritySource(priorityQueue);
  throw new Error(`no queue ${name}`);
}

class QueueSource implements MessageSource {
  readonly name: string;
  readonly #queue: Queue;

  constructor(queue: Queue) {
    this.name = queue.name;
    this.#queue = queue;
  }

  receive(now: Micros, request: ReceiveRequest, answer: ReceiveAnswer): StopWaiting {
    return this.#queue.receive(now, request, answer);
  }

  delete(now: Micros, deliveries: readonly Delivery[], by: string): void {
    const [only] = deliveries;
    if (deliveries.length === 1 && only !== undefined) this.#queue.delete(now, only, by);
    else if (deliveries.length > 1) this.#queue.deleteBatch(now, deliveries, by);
  }

  changeVisibility(now: Micros, delivery: Delivery, seconds: number, by: string): boolean {
    return !(this.#queue.changeVisibility(now, delivery, seconds, by) instanceof Refusal);
  }

  disconnected(): void {
    // The messages come back by their visibility timeout.
  }

  visible(now: Micros): number {
    return this.#queue.counts(now).visible;
  }

  outstanding(now: Micros): number {
    const { visible, inFlight, delayed } = this.#queue.counts(now);
    return visible + inFlight + delayed;
  }
}

class PrioritySource implements MessageSource {
  readonly name: string;
  readonly #queue: PriorityQueue;

  constructor(queue: PriorityQueue) {
    this.name = queue.name;
    this.#queue = queue;
  }

  receive(now: Micros, request: ReceiveRequest, answer: ReceiveAnswer): StopWaiting {
    return this.#queue.receive(now, request, answer);
  }

  delete(now: Micros, deliveries: readonly Delivery[], by: string): void {
    for (const { receiptHandle } of deliveries) this.#queue.delete(now, receiptHandle, by);
  }

  changeVisibility(now: Micros, { receiptHandle }: Delivery): boolean {
    this.#queue.giveBack(now, receiptHandle);
    return true;
  }

  disconnected(now: Micros, by: string): void {
    this.#queue.release(now, by);
  }

  visible(): number {
    return this.#queue.counts().visible;
  }

  outstanding(): number {
    const { visible, inFlight } = this.#queue.counts();
    return visible + inFlight;
  }
}
