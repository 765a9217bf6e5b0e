import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import { Station } from './station.ts';

type State = 'visible' | 'in flight' | 'delayed';

/**
 * Little's law as an identity, at every event: the integral of the number of messages in each state of each queue, dead-letter
 * queues among them, is the sum of the times that they stayed in it.
 */
export class LittlesLaw {
  readonly #stations = new Map<string, Station>();
  /** Where each message is: its queue's station. */
  readonly #places = new Map<string, string>();
  #violation: string | undefined;

  get violation(): string | undefined {
    return this.#violation;
  }

  /** The integral of the number of messages in a state of a queue, up to this time. */
  area(queue: string, state: State, until: Micros): number {
    return this.#at(placeOf(queue, state)).areaUntil(until);
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'sent':
        this.#enter(
          event,
          placeOf(event.queue, event.visibleAt > event.at ? 'delayed' : 'visible'),
        );
        break;
      case 'received':
        // A copy may be of a message that was just deleted.
        if (!event.copy || this.#places.has(event.message)) this.#move(event, 'in flight');
        break;
      case 'appeared':
        this.#move(event, 'visible');
        break;
      case 'dead-lettered':
        this.#leave(event);
        this.#enter(event, placeOf(event.to, 'visible'));
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
      case 'redriven':
        this.#leave(event);
        break;
    }
  }

  #move(event: { at: Micros; queue: string; message: string }, to: State): void {
    const place = placeOf(event.queue, to);
    if (this.#places.get(event.message) === place) return;
    this.#leave(event);
    this.#enter(event, place);
  }

  #enter({ at, message }: { at: Micros; message: string }, place: string): void {
    this.#at(place).enter(at, message);
    this.#places.set(message, place);
    this.#check(place, at);
  }

  /** What leaves and was nowhere is counted where it is said to leave from. */
  #leave({ at, queue, message }: { at: Micros; queue: string; message: string }): void {
    const place = this.#places.get(message) ?? placeOf(queue, 'visible');
    this.#at(place).leave(at, message);
    this.#places.delete(message);
    this.#check(place, at);
  }

  #check(place: string, now: Micros): void {
    const imbalance = this.#at(place).imbalance(now);
    if (imbalance !== undefined) this.#violation ??= `at ${now}: ${place}: ${imbalance}`;
    else if (this.#at(place).depth < 0) this.#violation ??= `at ${now}: ${place} holds less than 0`;
  }

  #at(place: string): Station {
    let station = this.#stations.get(place);
    if (!station) {
      station = new Station();
      this.#stations.set(place, station);
    }
    return station;
  }
}

function placeOf(queue: string, state: State): string {
  return `${queue}, ${state}`;
}
