import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';

/** Which invocations of Lambda consumers were stopped at their timeout: those that ended without a fault. */
export class Invocations {
  readonly #consumers: Scenario['consumers'];
  /** By worker: when it was stopped. */
  readonly #stops = new Map<string, Micros[]>();
  #faultAt: Micros = -1;

  constructor({ consumers }: Scenario) {
    this.#consumers = consumers;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'fault-fired') this.#faultAt = event.at;
    if (event.kind !== 'work-ended' || event.outcome !== 'crashed') return;
    if (!this.#consumers[event.consumer]?.lambda || event.at === this.#faultAt) return;
    const stops = this.#stops.get(event.worker);
    if (!stops) this.#stops.set(event.worker, [event.at]);
    else if (stops.at(-1) !== event.at) stops.push(event.at);
  }

  /** Whether one was stopped with a message of these events in its hands. */
  wereStopped(events: readonly SimulationEvent[]): boolean {
    return events.some(
      (event) =>
        event.kind === 'received' &&
        this.#stops.get(event.by)?.some((at) => at > event.at && at <= event.hiddenUntil),
    );
  }
}

export const STOPPED = {
  why: 'The invocation was stopped at its timeout (lambda.timeout) before the whole batch was done, so every message of the batch that it had not deleted came back.',
  help: 'A smaller batch or a longer lambda.timeout, a visibility timeout of six times that, and an effect that is safe to repeat.',
};
