import type { SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

type Where = 'visible' | 'in flight' | 'delayed';

interface Shown {
  readonly hasDelays: boolean;
  readonly hasRedrive: boolean;
}

/** What is in a queue now. It remembers where each message is, as a message may leave from anywhere. */
export class QueueNode implements Node {
  readonly #name: string;
  readonly #shown: Shown;
  readonly #places = new Map<string, Where>();
  readonly #in: Record<Where, number> = { visible: 0, 'in flight': 0, delayed: 0 };
  #most = 1;
  #sent = 0;
  #deleted = 0;
  #deadLetters = 0;

  constructor(name: string, shown: Shown) {
    this.#name = name;
    this.#shown = shown;
  }

  get visible(): number {
    return this.#in.visible;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'sent':
        this.#sent += 1;
        this.#put(event.message, event.visibleAt > event.at ? 'delayed' : 'visible');
        break;
      case 'appeared':
        this.#move(event.message, 'visible');
        break;
      case 'received':
        this.#move(event.message, 'in flight');
        break;
      case 'deleted':
        this.#deleted += 1;
        this.#take(event.message);
        break;
      case 'dead-lettered':
        if (event.to === this.#name) this.#put(event.message, 'visible');
        else {
          this.#deadLetters += 1;
          this.#take(event.message);
        }
        break;
      case 'redriven':
      case 'expired':
      case 'purged':
        this.#take(event.message);
        break;
    }
  }

  reading(): Reading {
    const { visible, 'in flight': inFlight, delayed } = this.#in;
    const { hasDelays, hasRedrive } = this.#shown;
    return {
      parts: amounts({ visible, 'in flight': inFlight, ...(hasDelays ? { delayed } : {}) }),
      full: this.#most,
      counts: amounts({
        sent: this.#sent,
        deleted: this.#deleted,
        ...(hasRedrive ? { 'dead letters': this.#deadLetters } : {}),
      }),
    };
  }

  #put(message: string, where: Where): void {
    this.#places.set(message, where);
    this.#in[where] += 1;
    this.#most = Math.max(this.#most, this.#places.size);
  }

  #move(message: string, where: Where): void {
    const before = this.#places.get(message);
    if (before === undefined || before === where) return;
    this.#in[before] -= 1;
    this.#in[where] += 1;
    this.#places.set(message, where);
  }

  #take(message: string): void {
    const where = this.#places.get(message);
    if (where === undefined) return;
    this.#in[where] -= 1;
    this.#places.delete(message);
  }
}
