import type { Micros } from '../engine/time.ts';
import type { BreakerState } from '../events/index.ts';
import type { BreakerSettings } from '../settings/producer.ts';

/**
 * A circuit breaker: opens after a number of failures in a row, refuses everything for a time, then lets one call through,
 * whose outcome closes or opens it again.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings;
  readonly #tell: (at: Micros, state: BreakerState['state']) => void;
  #state: BreakerState['state'] = 'closed';
  #failures = 0;
  #opensUntil: Micros = 0;
  #trying = false;

  constructor(settings: BreakerSettings, tell: (at: Micros, state: BreakerState['state']) => void) {
    this.#settings = settings;
    this.#tell = tell;
  }

  /** Whether a call may go out now. */
  admits(now: Micros): boolean {
    if (this.#state === 'open' && now >= this.#opensUntil) this.#become(now, 'half-open');
    if (this.#state === 'closed') return true;
    if (this.#state === 'open' || this.#trying) return false;
    this.#trying = true;
    return true;
  }

  succeeded(now: Micros): void {
    this.#failures = 0;
    this.#trying = false;
    if (this.#state !== 'closed') this.#become(now, 'closed');
  }

  failed(now: Micros): void {
    this.#failures += 1;
    const opens =
      this.#state === 'half-open' ||
      (this.#state === 'closed' && this.#failures >= this.#settings.failures);
    this.#trying = false;
    if (!opens) return;
    this.#opensUntil = now + this.#settings.openFor;
    this.#become(now, 'open');
  }

  #become(now: Micros, state: BreakerState['state']): void {
    this.#state = state;
    this.#failures = 0;
    this.#tell(now, state);
  }
}
