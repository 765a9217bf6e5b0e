import type { Report } from '../../../simulator/observers/index.ts';

/** Measuring may take at most this part of real time. */
const MOST_OF_TIME = 1 / 20;

/** The report of a run as it was a moment ago: to measure anew costs more the longer the run is. */
export class Measurements {
  readonly #measure: () => Report;
  readonly #nowMs: () => number;
  #last: Report | undefined;
  #dueAtMs = 0;

  constructor(measure: () => Report, nowMs: () => number) {
    this.#measure = measure;
    this.#nowMs = nowMs;
  }

  /** The next look must be at what is, whatever it costs. */
  expire(): void {
    this.#last = undefined;
  }

  get report(): Report {
    const beganMs = this.#nowMs();
    if (this.#last && beganMs < this.#dueAtMs) return this.#last;
    const report = this.#measure();
    const endedMs = this.#nowMs();
    this.#last = report;
    this.#dueAtMs = endedMs + (endedMs - beganMs) / MOST_OF_TIME;
    return report;
  }
}
