import type { SimulationEvent } from '../../events/index.ts';

interface Published {
  readonly group: string;
  /** Its place among all that was published. */
  readonly number: number;
}

interface Lane {
  /** What is being tried. */
  current: string | undefined;
  /** The place of the last one that was delivered or given up. */
  last: number;
}

/**
 * A FIFO topic brings a FIFO queue the messages of a group in the order in which they were published, one after the other: the
 * next one is not tried before the one before is delivered or given up (SNSF-03). Needs, for each FIFO topic, the
 * subscriptions that lead to FIFO queues. What is replayed is left out: it comes a second time.
 */
export class TopicOrder {
  readonly #ordered: Readonly<Record<string, readonly string[]>>;
  readonly #published = new Map<string, Published>();
  readonly #lanes = new Map<string, Lane>();
  readonly #replayed = new Set<string>();
  #numbers = 0;
  #violation: string | undefined;

  constructor(ordered: Readonly<Record<string, readonly string[]>>) {
    this.#ordered = ordered;
  }

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'published':
        this.#numbers += 1;
        this.#published.set(event.message, { group: event.group ?? '', number: this.#numbers });
        break;
      case 'replayed':
        this.#replayed.add(`${event.subscription} ${event.message}`);
        break;
      case 'delivery-attempted':
        if (this.#isOrdered(event)) this.#attempted(event);
        break;
      case 'delivery-given-up':
        if (this.#isOrdered(event)) this.#end(event);
        break;
    }
  }

  #isOrdered({ topic, subscription, message }: OfDelivery): boolean {
    return (
      (this.#ordered[topic]?.includes(subscription) ?? false) &&
      !this.#replayed.has(`${subscription} ${message}`)
    );
  }

  #attempted(event: Extract<SimulationEvent, { kind: 'delivery-attempted' }>): void {
    const { at, message, outcome } = event;
    const lane = this.#laneOf(event);
    if (lane.current !== undefined && lane.current !== message)
      this.#fail(at, `${message} was tried while ${lane.current} was under way`);
    if ((this.#published.get(message)?.number ?? 0) <= lane.last)
      this.#fail(at, `${message} was tried after a younger one`);
    lane.current = message;
    if (outcome === 'delivered') this.#end(event);
  }

  #end(event: OfDelivery): void {
    const lane = this.#laneOf(event);
    lane.current = undefined;
    lane.last = this.#published.get(event.message)?.number ?? 0;
  }

  #laneOf({ topic, subscription, message }: OfDelivery): Lane {
    const name = `${topic} ${subscription} ${this.#published.get(message)?.group}`;
    let lane = this.#lanes.get(name);
    if (!lane) {
      lane = { current: undefined, last: 0 };
      this.#lanes.set(name, lane);
    }
    return lane;
  }

  #fail(at: number, what: string): void {
    this.#violation ??= `at ${at}: ${what} of its group`;
  }
}

interface OfDelivery {
  readonly topic: string;
  readonly subscription: string;
  readonly message: string;
}
