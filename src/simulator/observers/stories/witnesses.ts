import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Anomaly } from './kinds.ts';

/** Remembers one item for each kind of anomaly: the first, and of latencies the longest. */
export class Witnesses {
  readonly #first = new Map<Anomaly, string>();
  readonly #firstAt = new Map<string, Map<Anomaly, string>>();
  #longest: Micros = -1;

  /** One from where the metric looks, when there is one; else from anywhere. */
  of(anomaly: Anomaly, metric: string): string | undefined {
    for (const [place, anomalies] of this.#firstAt) {
      const trace = metric.includes(`.${place}.`) ? anomalies.get(anomaly) : undefined;
      if (trace !== undefined) return trace;
    }
    return this.#first.get(anomaly);
  }

  /** `place` is the name of the queue, subscription, consumer or producer that it happened at. */
  note(anomaly: Anomaly, trace: string, place?: string): void {
    if (!this.#first.has(anomaly)) this.#first.set(anomaly, trace);
    if (place === undefined) return;
    let anomalies = this.#firstAt.get(place);
    if (!anomalies) {
      anomalies = new Map();
      this.#firstAt.set(place, anomalies);
    }
    if (!anomalies.has(anomaly)) anomalies.set(anomaly, trace);
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
        this.note('deadLettered', event.trace, event.queue);
        break;
      case 'produce-failed':
        this.note(event.code === 'shed' ? 'shed' : 'rejected', event.trace, event.producer);
        break;
      case 'expired':
        this.note('expired', event.trace, event.queue);
        break;
      case 'filtered-out':
        this.note('filteredOut', event.trace, event.subscription);
        break;
      case 'delivery-given-up':
        this.note('givenUp', event.trace, event.subscription);
        this.note(
          event.deadLetterQueue === undefined ? 'dropped' : 'deadLettered',
          event.trace,
          event.subscription,
        );
        break;
      case 'received':
        if (event.copy || event.receiveCount > 1)
          this.note('redeliveries', event.trace, event.queue);
        break;
      case 'delete-ineffective':
        this.note('staleDeletes', event.trace, event.queue);
        break;
      case 'work-ended':
        if (event.outcome === 'failed') this.note('failed', event.trace, event.consumer);
        if (event.outcome === 'shed') this.note('shed', event.trace, event.consumer);
        break;
    }
  }
}
