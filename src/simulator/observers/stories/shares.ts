import type { SimulationEvent } from '../../events/index.ts';

/** The largest of the parts that must be worked off one after the other. */
export interface LargestShare {
  readonly name: string;
  /** 0 to 1 of what came in. */
  readonly share: number;
}

/** How unevenly what comes in is spread over message groups and partitions. */
export class Shares {
  /** By queue or log, then by group or partition. */
  readonly #counts = new Map<string, Map<string, number>>();

  see(event: SimulationEvent): void {
    if (event.kind === 'sent' && event.group !== undefined) this.#count(event.queue, event.group);
    if (event.kind === 'appended') this.#count(event.log, `partition ${event.partition}`);
  }

  /** Undefined where there are no such parts. */
  largest(place: string): LargestShare | undefined {
    let all = 0;
    let most = 0;
    let name: string | undefined;
    for (const [part, count] of this.#counts.get(place) ?? []) {
      all += count;
      if (count <= most) continue;
      most = count;
      name = part;
    }
    return name === undefined ? undefined : { name, share: most / all };
  }

  #count(place: string, part: string): void {
    let counts = this.#counts.get(place);
    if (!counts) {
      counts = new Map();
      this.#counts.set(place, counts);
    }
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
}
