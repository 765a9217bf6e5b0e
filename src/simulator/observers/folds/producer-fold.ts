import type { ProducerReport } from '../metrics/report.ts';

/** What one producer made, and what became of handing it over. */
export class ProducerFold {
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

  report(): ProducerReport {
    return {
      produced: this.#made,
      accepted: this.#accepted,
      rejected: this.#rejected,
      shed: this.#shed,
    };
  }
}
