import type { Effect, SimulationEvent } from '../../../simulator/events/index.ts';

/** So many items are remembered with what happened to them. */
const MOST_ITEMS = 4000;
/** Of one item: its beginning, and what came last. */
const MOST_EVENTS = 120;
const BEGINNING = 20;

/** The last items that were made or worked on, each with its history as far as it is remembered. */
export class ItemMemory {
  readonly #items = new Map<string, SimulationEvent[]>();
  #followed: { readonly trace: string; readonly events: SimulationEvent[] } | undefined;

  get followed():
    | { readonly trace: string; readonly events: readonly SimulationEvent[] }
    | undefined {
    return this.#followed;
  }

  /** From now on this item is not forgotten. */
  follow(trace: string | undefined): void {
    this.#followed =
      trace === undefined ? undefined : { trace, events: this.#items.get(trace) ?? [] };
  }

  see(event: SimulationEvent): void {
    const { trace } = event as { trace?: string };
    if (!trace) return;
    const events = this.#items.get(trace) ?? this.#enter(trace, event);
    if (!events) return;
    events.push(event);
    if (events.length > MOST_EVENTS) events.splice(BEGINNING, 1);
  }

  eventsOf(trace: string): readonly SimulationEvent[] {
    return this.#items.get(trace) ?? [];
  }

  /** Whether this effect happened to its item before, as far as is remembered. */
  isRepeated(effect: Effect): boolean {
    if (effect.outcome === 'refused' || !CHANGES.has(effect.operation)) return false;
    return this.eventsOf(effect.trace).some(
      (event) =>
        event.kind === 'effect' &&
        event !== effect &&
        event.store === effect.store &&
        event.outcome === 'applied' &&
        CHANGES.has(event.operation),
    );
  }

  /** Those whose name holds the text, the newest first. */
  newest(text: string, most: number): { trace: string; events: readonly SimulationEvent[] }[] {
    return [...this.#items]
      .filter(([trace]) => trace.includes(text))
      .slice(-most)
      .reverse()
      .map(([trace, events]) => ({ trace, events }));
  }

  /** An item enters when it is made, and again when somebody turns to it after it was forgotten. */
  #enter(trace: string, { kind }: SimulationEvent): SimulationEvent[] | undefined {
    const isFollowed = this.#followed?.trace === trace;
    if (!isFollowed && !ENTRANCES.has(kind)) return undefined;
    const events = (isFollowed && this.#followed?.events) || [];
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

/** Claims and records are only notes about an effect. */
const CHANGES: ReadonlySet<Effect['operation']> = new Set(['write', 'reserve']);
