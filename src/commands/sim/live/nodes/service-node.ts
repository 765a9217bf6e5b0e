import type { CallEnded, SimulationEvent } from '../../../../simulator/events/index.ts';
import type { Reading } from '../../../../tui/index.tsx';
import { amounts, type Node } from './node.ts';

/** How much a new call weighs in the mean of the last ones. */
const WEIGHT = 1 / 16;

/** How calls to a service end, as their callers see it, and what it worked on for callers who had hung up. */
export class ServiceNode implements Node {
  #answered = 0;
  #failed = 0;
  #wasted = 0;
  #tookMicros: number | undefined;
  #waitedMicros = 0;

  get answered(): number {
    return this.#answered;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'call-ended') this.#end(event);
    else if (event.kind === 'call-wasted') this.#wasted += 1;
  }

  reading(): Reading {
    return {
      parts: [],
      full: 1,
      counts: amounts({
        answered: this.#answered,
        failed: this.#failed,
        'ms a call': inMs(this.#tookMicros ?? 0),
        'ms in line': inMs(this.#waitedMicros),
        wasted: this.#wasted,
      }),
    };
  }

  #end({ at, outcome, startedAt, waited }: CallEnded): void {
    if (outcome === 'ok') this.#answered += 1;
    else this.#failed += 1;
    // It was not asked.
    if (outcome === 'breaker-open') return;
    const weight = this.#tookMicros === undefined ? 1 : WEIGHT;
    const before = this.#tookMicros ?? 0;
    this.#tookMicros = before + weight * (at - startedAt - before);
    this.#waitedMicros += weight * (waited - this.#waitedMicros);
  }
}

/** With a place after the point where that says something. */
function inMs(micros: number): number {
  const ms = micros / 1000;
  return ms < 100 ? Math.round(ms * 10) / 10 : Math.round(ms);
}
