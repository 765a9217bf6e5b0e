import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Anomaly } from './kinds.ts';

/** Remembers one item for each kind of anomaly: the first, and of latencies the longest. */
export class Witnesses {
  readonly #first = new Map<Anomaly, string>();
  #longest: Micros = -1;

  of(anomaly: Anomaly): string | undefined {
    return this.#first.get(anomaly);
  }

  note(anomaly: Anomaly, trace: string): void {
    if (!this.#first.has(anomaly)) this.#first.set(anomaly, trace);
  }

  done(trace: string, latency: Micros): void {
    if (latency <= this.#longest) return;
    this.#longest = latency;
    this.#first.set('latency', trace);
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'effect':
        if (event.outcome === 'refused' && event.operation === 'reserve')
          this.note('refused', event.trace);
        if ((event.left ?? 0) < 0) this.note('oversold', event.trace);
        break;
      case 'dead-lettered':
        this.note('deadLettered', event.trace);
        break;
      case 'produce-failed':
        this.note(event.code === 'shed' ? 'shed' : 'rejected', event.trace);
        break;
      case 'expired':
        this.note('expired', event.trace);
        break;
      case 'filtered-out':
        this.note('filteredOut', event.trace);
        break;
      case 'delivery-given-up':
        this.note('givenUp', event.trace);
        this.note(event.deadLetterQueue === undefined ? 'dropped' : 'deadLettered', event.trace);
        break;
      case 'received':
        if (event.copy || event.receiveCount > 1) this.note('redeliveries', event.trace);
        break;
      case 'delete-ineffective':
        this.note('staleDeletes', event.trace);
        break;
      case 'work-ended':
        if (event.outcome === 'failed') this.note('failed', event.trace);
        if (event.outcome === 'shed') this.note('shed', event.trace);
        break;
    }
  }
}
