import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

/** What a producer made, and what nobody took. */
export class ProducerNode implements Node {
  #made = 0;
  #givenUp = 0;

  get made(): number {
    return this.#made;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'produced') this.#made += 1;
    else if (event.kind === 'produce-failed') this.#givenUp += 1;
  }

  reading(): Reading {
    return {
      parts: [],
      full: 1,
      counts: amounts({ made: this.#made, 'given up': this.#givenUp }),
    };
  }
}
