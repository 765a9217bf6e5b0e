import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';

interface Station {
  readonly enteredAt: Map<string, Micros>;
  depth: number;
  area: number;
  since: Micros;
  stays: number;
}

/**
 * Little's law as an identity: over a run that a queue starts and ends empty, the integral of the number of messages in it is
 * the sum of the times that they stayed. The violation is known when all queues are empty.
 */
export class LittlesLaw {
  readonly #stations = new Map<string, Station>();

  get violation(): string | undefined {
    for (const [queue, { depth, area, stays }] of this.#stations)
      if (depth === 0 && area !== stays)
        return `${queue}: the integral of its depth is ${area}, the stays add up to ${stays}`;
    return undefined;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'sent':
        this.#enter(event.at, event.queue, event.message);
        break;
      case 'dead-lettered':
        this.#leave(event.at, event.queue, event.message);
        this.#enter(event.at, event.to, event.message);
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
      case 'redriven':
        this.#leave(event.at, event.queue, event.message);
        break;
    }
  }

  #enter(at: Micros, queue: string, message: string): void {
    const station = this.#at(at, queue);
    station.depth += 1;
    station.enteredAt.set(message, at);
  }

  #leave(at: Micros, queue: string, message: string): void {
    const station = this.#at(at, queue);
    station.depth -= 1;
    station.stays += at - (station.enteredAt.get(message) ?? at);
    station.enteredAt.delete(message);
  }

  #at(at: Micros, queue: string): Station {
    let station = this.#stations.get(queue);
    if (!station) {
      station = { enteredAt: new Map(), depth: 0, area: 0, since: at, stays: 0 };
      this.#stations.set(queue, station);
    }
    station.area += station.depth * (at - station.since);
    station.since = at;
    return station;
  }
}
