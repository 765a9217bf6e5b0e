import type { Micros } from '../../engine/time.ts';
import type { Effect, SimulationEvent, WorkEnded } from '../../events/index.ts';
import type { Scenario } from '../../settings/scenario.ts';

/** What others did that made an item's story what it is. */
export class Rivals {
  readonly #scenario: Scenario;
  readonly #traces: ReadonlySet<string>;
  /** The last reservations of each stock: as far back as whoever raced with the latest can have read. */
  readonly #recent = new Map<string, Effect[]>();
  readonly #races = new Map<string, readonly Effect[]>();
  readonly #overtakings: Overtaking[] = [];

  constructor(scenario: Scenario, traces: ReadonlySet<string>) {
    this.#scenario = scenario;
    this.#traces = traces;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'effect' && event.operation === 'reserve') this.#reserved(event);
    if (event.kind === 'produced' && this.#traces.has(event.trace))
      this.#overtakings.push(new Overtaking(event.trace));
    for (const overtaking of this.#overtakings) overtaking.see(event);
  }

  /** Reservations around the one with which this item oversold, its own last. */
  race(trace: string): readonly Effect[] | undefined {
    return this.#races.get(trace);
  }

  /** A younger item of the same group that was done first, when there is one. */
  overtaker(trace: string): WorkEnded | undefined {
    return this.#overtakings.find((one) => one.trace === trace)?.by;
  }

  #reserved(event: Effect): void {
    if (event.outcome !== 'applied') return;
    const key = `${event.store} ${event.key}`;
    const latency = this.#scenario.stores[event.store]?.latency ?? 0;
    const since: Micros = event.at - 2 * latency;
    const recent = (this.#recent.get(key) ?? []).filter(({ at }) => at >= since);
    recent.push(event);
    this.#recent.set(key, recent);
    const isFirst = this.#traces.has(event.trace) && !this.#races.has(event.trace);
    if (isFirst && (event.left ?? 0) < 0) this.#races.set(event.trace, recent);
  }
}

/** Watches for the first younger item of a group that is done before an older one. */
class Overtaking {
  readonly trace: string;
  by: WorkEnded | undefined;
  #group: string | undefined;
  /** Items that were made after it, with the group that they were sent in. */
  readonly #younger = new Map<string, string>();
  #isOver = false;

  constructor(trace: string) {
    this.trace = trace;
  }

  see(event: SimulationEvent): void {
    if (this.#isOver) return;
    if (event.kind === 'produced') this.#younger.set(event.trace, '');
    const group = groupOf(event);
    if (group !== undefined && 'trace' in event) {
      if (event.trace === this.trace) this.#group ??= group;
      else if (this.#younger.has(event.trace)) this.#younger.set(event.trace, group);
    }
    if (event.kind !== 'work-ended' || event.outcome !== 'done') return;
    if (event.trace === this.trace) this.#isOver = true;
    else if (this.#group !== undefined && this.#younger.get(event.trace) === this.#group) {
      this.by = event;
      this.#isOver = true;
    }
  }
}

function groupOf(event: SimulationEvent): string | undefined {
  if (event.kind === 'sent') return event.group && `${event.queue} ${event.group}`;
  if (event.kind !== 'appended') return undefined;
  return `${event.log} ${event.key ?? `partition ${event.partition}`}`;
}
