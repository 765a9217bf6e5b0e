import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

/** What a topic takes and what becomes of it. */
export class TopicNode implements Node {
  #published = 0;
  #delivered = 0;
  #filtered = 0;
  #failed = 0;
  #givenUp = 0;

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'published':
        this.#published += 1;
        break;
      case 'filtered-out':
        this.#filtered += 1;
        break;
      case 'delivery-attempted':
        if (event.outcome === 'delivered') this.#delivered += 1;
        else this.#failed += 1;
        break;
      case 'delivery-given-up':
        this.#givenUp += 1;
        break;
    }
  }

  reading(): Reading {
    return {
      parts: [],
      full: 1,
      counts: amounts({
        published: this.#published,
        delivered: this.#delivered,
        'failed tries': this.#failed,
        'given up': this.#givenUp,
        'filtered out': this.#filtered,
      }),
    };
  }
}
