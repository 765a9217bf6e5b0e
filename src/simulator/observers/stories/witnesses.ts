import type { Micros } from '../../engine/time.ts';
import type { FilteredOut, ProduceFailed, SimulationEvent } from '../../events/index.ts';
import type { Anomaly } from './kinds.ts';

/**
 * Remembers one item for each kind of anomaly: the first; of latencies the longest; of rejections one from the later half, when
 * most of them happened; of what filters kept away one that nearly matched.
 */
export class Witnesses {
  readonly #first = new Map<Anomaly, string>();
  /** How many items were given up, and by which producer; '' for all. */
  readonly #rejections = new Map<string, number>();
  readonly #nearMisses = new Set<string>();
  readonly #firstAt = new Map<string, Map<Anomaly, string>>();
  /** The longest latency of each consumer and producer; '' for all. */
  readonly #longest = new Map<string, Micros>();

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
    const anomalies = this.#at(place);
    if (!anomalies.has(anomaly)) anomalies.set(anomaly, trace);
  }

  done(trace: string, latency: Micros, consumer: string, producer: string): void {
    if (this.#isLonger('', latency)) this.#first.set('latency', trace);
    if (this.#isLonger(consumer, latency)) this.#at(consumer).set('latency', trace);
    if (this.#isLonger(producer, latency)) this.#at(producer).set('latency', trace);
  }

  #isLonger(place: string, latency: Micros): boolean {
    if (latency <= (this.#longest.get(place) ?? -1)) return false;
    this.#longest.set(place, latency);
    return true;
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
        if (event.code === 'shed') this.note('shed', event.trace, event.producer);
        else this.#rejected(event);
        break;
      case 'expired':
        this.note('expired', event.trace, event.queue);
        break;
      case 'filtered-out':
        this.#filteredOut(event);
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

  /** The 1st, 2nd, 4th, 8th ... replaces the one before, so that the last lies in the later half. */
  #rejected({ trace, producer }: ProduceFailed): void {
    for (const place of ['', producer]) {
      const times = (this.#rejections.get(place) ?? 0) + 1;
      this.#rejections.set(place, times);
      if (!isPowerOfTwo(times)) continue;
      if (place === '') this.#first.set('rejected', trace);
      else this.#at(place).set('rejected', trace);
    }
  }

  #filteredOut(event: FilteredOut): void {
    const { subscription, trace } = event;
    this.note('filteredOut', trace, subscription);
    if (this.#nearMisses.has(subscription) || !isNearMiss(event)) return;
    if (this.#nearMisses.size === 0) this.#first.set('filteredOut', trace);
    this.#nearMisses.add(subscription);
    this.#at(subscription).set('filteredOut', trace);
  }

  #at(place: string): Map<Anomaly, string> {
    let anomalies = this.#firstAt.get(place);
    if (!anomalies) {
      anomalies = new Map();
      this.#firstAt.set(place, anomalies);
    }
    return anomalies;
  }
}

function isPowerOfTwo(number: number): boolean {
  return (number & (number - 1)) === 0;
}

/** The message has what the policy wants but for upper and lower case. */
function isNearMiss({ why }: FilteredOut): boolean {
  const [wish = '', found] = why.toLowerCase().split(', and it is ');
  return found?.startsWith('the text ') === true && wish.includes(found);
}
