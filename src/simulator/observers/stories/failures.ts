import type { SimulationEvent } from '../../events/index.ts';

/** How often the work on which item failed. */
export class Failures {
  /** By consumer, then by item. */
  readonly #counts = new Map<string, Map<string, number>>();

  see(event: SimulationEvent): void {
    if (event.kind !== 'work-ended' || event.outcome !== 'failed') return;
    let counts = this.#counts.get(event.consumer);
    if (!counts) {
      counts = new Map();
      this.#counts.set(event.consumer, counts);
    }
    counts.set(event.trace, (counts.get(event.trace) ?? 0) + 1);
  }

  /** The item that failed most often. */
  worst(consumer: string): { readonly trace: string; readonly times: number } | undefined {
    let worst: { trace: string; times: number } | undefined;
    for (const [trace, times] of this.#counts.get(consumer) ?? [])
      if (times > (worst?.times ?? 0)) worst = { trace, times };
    return worst;
  }
}
