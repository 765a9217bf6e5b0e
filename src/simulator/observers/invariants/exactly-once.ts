import type { SimulationEvent } from '../../events/index.ts';

/** Records that a group reads from one log and hands on to another, in transactions. */
interface Passage {
  readonly from: string;
  readonly to: string;
}

/**
 * From log to log in transactions, a record is handed on once for those who read what is committed: never more often at any time,
 * and once when the run is through (KFK-13). Needs each passage; a log is an end of one at most.
 */
export class ExactlyOnce {
  readonly #sources: ReadonlySet<string>;
  readonly #targets: ReadonlySet<string>;
  /** What each open transaction has appended, by who appends. */
  readonly #open = new Map<string, string[]>();
  /** How often each item came in and was not yet handed on. */
  readonly #owed = new Map<string, number>();
  #violation: string | undefined;

  constructor(passages: readonly Passage[]) {
    this.#sources = new Set(passages.map(({ from }) => from));
    this.#targets = new Set(passages.map(({ to }) => to));
  }

  get violation(): string | undefined {
    return this.#violation;
  }

  /** Items that came in and were not handed on. */
  get owed(): string[] {
    return [...this.#owed].flatMap(([trace, times]) => (times > 0 ? [trace] : []));
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'transaction-ended') this.#ended(event);
    else if (event.kind === 'appended') {
      if (this.#sources.has(event.log)) this.#add(event.trace, 1);
      if (this.#targets.has(event.log)) this.#openOf(event.by).push(event.trace);
    }
  }

  #ended({ at, producer, outcome }: Extract<SimulationEvent, { kind: 'transaction-ended' }>): void {
    const traces = this.#openOf(producer);
    this.#open.delete(producer);
    if (outcome !== 'committed') return;
    for (const trace of traces)
      if (this.#add(trace, -1) < 0)
        this.#violation ??= `at ${at}: ${producer} handed ${trace} on once too often`;
  }

  #openOf(producer: string): string[] {
    const open = this.#open.get(producer) ?? [];
    this.#open.set(producer, open);
    return open;
  }

  #add(trace: string, times: number): number {
    const owed = (this.#owed.get(trace) ?? 0) + times;
    this.#owed.set(trace, owed);
    return owed;
  }
}
