import type { Micros } from '../../engine/time.ts';
import type { SimulationEvent } from '../../events/index.ts';

interface Held {
  readonly by: string;
  readonly until: Micros;
}

type OfRecord = Extract<SimulationEvent, { kind: 'record-acquired' | 'record-settled' }>;

/**
 * What is handed out is nobody else's until its time is over, to the microsecond: messages that are in flight (STD-04) or
 * delayed (STD-01), copies excepted (STD-15), and the records that a share group has locked (KFK-15).
 */
export class HandOuts {
  /** Messages that can't be received now. */
  readonly #hidden = new Map<string, Held>();
  readonly #locked = new Map<string, Held>();
  #violation: string | undefined;

  get violation(): string | undefined {
    return this.#violation;
  }

  see(event: SimulationEvent): void {
    switch (event.kind) {
      case 'sent':
        if (event.visibleAt > event.at)
          this.#hidden.set(event.message, { by: event.by, until: event.visibleAt });
        break;
      case 'received':
        if (!event.copy) this.#mustBeFree(this.#hidden, event.message, event.at);
        this.#hidden.set(event.message, { by: event.by, until: event.hiddenUntil });
        break;
      case 'visibility-changed':
        this.#hidden.set(event.message, { by: event.by, until: event.hiddenUntil });
        break;
      case 'appeared':
        if (event.because !== 'released') this.#mustEnd(this.#hidden, event.message, event.at);
        this.#hidden.delete(event.message);
        break;
      case 'deleted':
      case 'expired':
      case 'purged':
      case 'redriven':
      case 'dead-lettered':
        this.#hidden.delete(event.message);
        break;
      case 'record-acquired':
        this.#mustBeFree(this.#locked, recordOf(event), event.at);
        this.#locked.set(recordOf(event), { by: event.member, until: event.lockedUntil });
        break;
      case 'record-settled':
        this.#settled(event);
        break;
    }
  }

  #settled(event: Extract<OfRecord, { kind: 'record-settled' }>): void {
    const record = recordOf(event);
    if (event.outcome === 'lock-expired') this.#mustEnd(this.#locked, record, event.at);
    else if (event.outcome !== 'archived' && this.#locked.get(record)?.by !== event.member)
      this.#violation ??= `at ${event.at}: ${event.member} settled ${record}, which it did not hold`;
    this.#locked.delete(record);
  }

  #mustBeFree(all: ReadonlyMap<string, Held>, thing: string, at: Micros): void {
    const held = all.get(thing);
    if (held && held.until > at)
      this.#violation ??= `at ${at}: ${thing} was handed out, and ${held.by} has it until ${held.until}`;
  }

  #mustEnd(all: ReadonlyMap<string, Held>, thing: string, at: Micros): void {
    const until = all.get(thing)?.until;
    if (until !== at)
      this.#violation ??= `at ${at}: the time of ${thing} ended, and it should end at ${until}`;
  }
}

function recordOf({ group, log, partition, offset }: OfRecord): string {
  return `${group} ${log}/${partition}/${offset}`;
}
