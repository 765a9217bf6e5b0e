import type { SimulationEvent } from '../events/index.ts';

/** Counts what topics still owe their subscriptions: a run is not over while a delivery waits for its next attempt. */
export class DeliveriesUnderWay {
  #count = 0;

  get isNone(): boolean {
    return this.#count === 0;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'published') this.#count += event.deliveries;
    else if (event.kind === 'replayed') this.#count += 1;
    else if (event.kind === 'delivery-given-up') this.#count -= 1;
    else if (event.kind === 'delivery-attempted' && event.outcome === 'delivered') this.#count -= 1;
  }
}
