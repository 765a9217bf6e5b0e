import type { BreakerState, FaultFired, SimulationEvent } from '../../../simulator/events/index.ts';
import type { FaultSettings } from '../../../simulator/settings/fault.ts';

interface Trouble {
  readonly words: string;
  readonly until: number;
}

const WORDS: Partial<Record<FaultSettings['what'], (fault: FaultSettings) => string>> = {
  down: () => 'down',
  split: () => 'cut off',
  slow: ({ factor }) => `${factor ?? 1} times as slow`,
  skew: () => 'clock off',
};

/** What is wrong with whom now: faults that last, and circuit breakers that are open. */
export class Troubles {
  readonly #faults: readonly FaultSettings[];
  readonly #healsAt: number;
  readonly #lasting = new Map<string, Trouble[]>();
  readonly #breakers = new Map<string, Set<string>>();

  /** `faults` in the order in which the run knows them; it may grow. */
  constructor(faults: readonly FaultSettings[], healsAt: number) {
    this.#faults = faults;
    this.#healsAt = healsAt;
  }

  see(event: SimulationEvent): void {
    if (event.kind === 'fault-fired') this.#strike(event);
    else if (event.kind === 'breaker-state') this.#turn(event);
  }

  /** A word or two; undefined when all is well. */
  of(name: string, now: number): string | undefined {
    const lasting = this.#lasting.get(name)?.filter(({ until }) => until > now) ?? [];
    if (lasting.length === 0) this.#lasting.delete(name);
    else this.#lasting.set(name, lasting);
    const isOpen = (this.#breakers.get(name)?.size ?? 0) > 0;
    return lasting.at(-1)?.words ?? (isOpen ? 'breaker open' : undefined);
  }

  #strike({ at, fault, target }: FaultFired): void {
    const settings = this.#faults[fault];
    const words = settings && WORDS[settings.what]?.(settings);
    if (!words) return;
    const end = settings.for === undefined ? this.#healsAt : at + settings.for;
    const before = this.#lasting.get(target) ?? [];
    this.#lasting.set(target, [...before, { words, until: Math.min(this.#healsAt, end) }]);
  }

  #turn({ owner, service, state }: BreakerState): void {
    const open = this.#breakers.get(owner) ?? new Set();
    this.#breakers.set(owner, open);
    if (state === 'closed') open.delete(service);
    else open.add(service);
  }
}
