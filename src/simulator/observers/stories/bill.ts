import type { SimulationEvent } from '../../events/index.ts';

/** Calls of one kind to one queue or topic. */
export interface BillLine {
  readonly place: string;
  readonly action: string;
  units: number;
  calls: number;
  messages: number;
  /** Receives that gave nothing. */
  empty: number;
}

/** What the requests on the bill were for. */
export class Bill {
  readonly #lines = new Map<string, BillLine>();

  see(event: SimulationEvent): void {
    if (event.kind === 'queue-request') {
      const line = this.#line(event.queue, event.action, event.units);
      line.messages += event.messages;
      if (event.action === 'ReceiveMessage' && event.messages === 0) line.empty += 1;
    } else if (event.kind === 'topic-request' && event.action === 'Publish')
      this.#line(event.topic, event.action, event.units).messages += 1;
  }

  /** Those with the most requests first. */
  get lines(): readonly BillLine[] {
    return [...this.#lines.values()].sort((a, b) => b.units - a.units);
  }

  #line(place: string, action: string, units: number): BillLine {
    const key = `${place} ${action}`;
    let line = this.#lines.get(key);
    if (!line) {
      line = { place, action, units: 0, calls: 0, messages: 0, empty: 0 };
      this.#lines.set(key, line);
    }
    line.units += units;
    line.calls += 1;
    return line;
  }
}
