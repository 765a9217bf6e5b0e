import type { SimulationEvent } from '../../events/index.ts';

/**
 * The receives of a message count 1, 2, 3 and so on (STD-09), up to its queue's limit, until it is put aside or gone; and so do a
 * share group's deliveries of a record (KFK-15). Takes each queue's maxReceiveCount, where it has one.
 */
export class ReceiveCounts {
  readonly #limits: Readonly<Record<string, number>>;
  readonly #counts = new Map<string, number>();
  #violation: string | undefined;

  constructor(limits: Readonly<Record<string, number>> = {}) {
    this.#limits = limits;
  }

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'sent':
        this.#counts.set(event.message, 0);
        break;
      case 'received':
        this.#received(event);
        break;
      case 'appeared':
        if (event.because !== 'delay-over') this.#mustStay(event);
        break;
      case 'dead-lettered':
        this.#mustStay(event);
        this.#counts.delete(event.message);
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
      case 'redriven':
        this.#counts.delete(event.message);
        break;
      case 'record-acquired':
        this.#count(
          event.at,
          `record ${event.group} ${event.log}/${event.partition}/${event.offset}`,
          event.deliveryCount,
        );
        break;
    }
  }

  #received(event: Extract<SimulationEvent, { kind: 'received' }>): void {
    const { at, queue, message, receiveCount, copy } = event;
    // A copy of what was just deleted counts for itself.
    if (copy && !this.#counts.has(message)) return;
    this.#count(at, `message ${message}`, receiveCount, message);
    const limit = this.#limits[queue] ?? Number.POSITIVE_INFINITY;
    if (receiveCount > limit)
      this.#fail(at, `message ${message} had receive ${receiveCount} in ${queue}, of ${limit}`);
  }

  #count(at: number, what: string, count: number, key = what): void {
    const before = this.#counts.get(key);
    if (before !== undefined && count !== before + 1)
      this.#fail(at, `${what} went from receive ${before} to ${count}`);
    this.#counts.set(key, count);
  }

  #mustStay({ at, message, receiveCount }: { at: number; message: string; receiveCount: number }) {
    const count = this.#counts.get(message);
    if (count !== undefined && count !== receiveCount)
      this.#fail(
        at,
        `message ${message} is said to have had ${receiveCount} receives, not ${count}`,
      );
  }

  #fail(at: number, what: string): void {
    this.#violation ??= `at ${at}: ${what}`;
  }
}
