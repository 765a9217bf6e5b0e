import type { Effect, SimulationEvent } from '../../../simulator/events/index.ts';

/** So many items are remembered with what happened to them. */
const MOST_ITEMS = 4000;
/** The first ones that got into trouble are kept for longer: a failed check is told by them. */
const MOST_KEPT = 500;
/** Of one item: its beginning, and what came last. */
const MOST_EVENTS = 120;
const BEGINNING = 20;

interface History {
  readonly trace: string;
  readonly events: readonly SimulationEvent[];
}

/** The last items that were made or worked on, each with its history as far as it is remembered. */
export class ItemMemory {
  readonly #items = new Map<string, SimulationEvent[]>();
  readonly #kept = new Map<string, SimulationEvent[]>();
  #followed: string | undefined;

  get followed(): History | undefined {
    const trace = this.#followed;
    return trace === undefined ? undefined : { trace, events: this.eventsOf(trace) };
  }

  /** From now on this item is not forgotten. */
  follow(trace: string | undefined): void {
    this.#followed = trace;
    if (trace !== undefined && !this.#kept.has(trace))
      this.#kept.set(trace, this.#items.get(trace) ?? []);
  }

  /** Keeps an item that has something to tell, as long as there are few such items. */
  keep(trace: string): void {
    if (this.#kept.size >= MOST_KEPT || this.#kept.has(trace)) return;
    const events = this.#items.get(trace);
    if (events) this.#kept.set(trace, events);
  }

  see(event: SimulationEvent): void {
    const { trace } = event as { trace?: string };
    if (!trace) return;
    const events = this.#items.get(trace) ?? this.#kept.get(trace) ?? this.#enter(trace, event);
    if (!events) return;
    events.push(event);
    if (events.length > MOST_EVENTS) events.splice(BEGINNING, 1);
  }

  eventsOf(trace: string): readonly SimulationEvent[] {
    return this.#items.get(trace) ?? this.#kept.get(trace) ?? [];
  }

  /** Whether this effect happened to its item before, as far as is remembered. */
  isRepeated(effect: Effect): boolean {
    if (!isChange(effect)) return false;
    return this.eventsOf(effect.trace).some(
      (event) =>
        event.kind === 'effect' &&
        event !== effect &&
        event.store === effect.store &&
        isChange(event),
    );
  }

  /** Those whose name holds the text and of which something is known, the newest first. */
  newest(text: string, most: number): History[] {
    const kept = [...this.#kept].filter(([trace]) => !this.#items.has(trace));
    return [...kept, ...this.#items]
      .filter(([trace, events]) => events.length > 0 && trace.includes(text))
      .slice(-most)
      .reverse()
      .map(([trace, events]) => ({ trace, events }));
  }

  /** An item enters when it is made, and again when somebody turns to it after it was forgotten. */
  #enter(trace: string, { kind }: SimulationEvent): SimulationEvent[] | undefined {
    if (!ENTRANCES.has(kind)) return undefined;
    const events: SimulationEvent[] = [];
    this.#items.set(trace, events);
    if (this.#items.size > MOST_ITEMS) this.#forgetOldest();
    return events;
  }

  #forgetOldest(): void {
    for (const trace of this.#items.keys()) {
      this.#items.delete(trace);
      return;
    }
  }
}

const ENTRANCES: ReadonlySet<SimulationEvent['kind']> = new Set([
  'produced',
  'received',
  'work-started',
  'dead-lettered',
]);

/** Claims and records are only notes about a change. */
function isChange({ outcome, operation }: Effect): boolean {
  return outcome === 'applied' && (operation === 'write' || operation === 'reserve');
}
