import type { Micros } from '../../engine/time.ts';
import type { ProducerReport } from '../metrics/report.ts';
import { distributionOf, Samples } from './samples.ts';

/** What one producer made, and what became of handing it over. */
export class ProducerFold {
  /** How long the items took that a service answered; those that consumers worked off are in `#worked`. */
  readonly served = new Samples();
  readonly #worked = new Samples();
  #made = 0;
  #accepted = 0;
  #rejected = 0;
  #shed = 0;

  get made(): number {
    return this.#made;
  }

  get rejections(): number {
    return this.#rejected;
  }

  get turnedAway(): number {
    return this.#shed;
  }

  produced(): void {
    this.#made += 1;
  }

  accepted(): void {
    this.#accepted += 1;
  }

  gaveUp(code: string): void {
    if (code === 'shed') this.#shed += 1;
    else this.#rejected += 1;
  }

  /** A consumer worked off an item of its. */
  worked(latency: Micros): void {
    this.#worked.add(latency);
  }

  report(): ProducerReport {
    return {
      produced: this.#made,
      accepted: this.#accepted,
      rejected: this.#rejected,
      shed: this.#shed,
      latency: distributionOf(this.served, this.#worked),
    };
  }
}
