import type { Micros } from '../engine/time.ts';
import type { CallEnded } from '../events/index.ts';
import type { BreakerSettings, RetrySettings } from '../settings/producer.ts';
import { backoff } from './backoff.ts';
import { CircuitBreaker } from './breaker.ts';
import type { ActorWorld } from './world.ts';

export interface CallerSettings {
  readonly service: string;
  readonly timeout: Micros | undefined;
  readonly retry: RetrySettings | undefined;
  readonly breaker: BreakerSettings | undefined;
}

type Outcome = CallEnded['outcome'];

/** Calls one service with what a careful client has: a timeout, retries with backoff, a circuit breaker. */
export class Caller {
  readonly #owner: string;
  readonly #settings: CallerSettings;
  readonly #world: ActorWorld;
  readonly #breaker: CircuitBreaker | undefined;

  constructor(owner: string, settings: CallerSettings, world: ActorWorld) {
    this.#owner = owner;
    this.#settings = settings;
    this.#world = world;
    const { service, breaker } = settings;
    this.#breaker =
      breaker &&
      new CircuitBreaker(breaker, (at, state) =>
        world.emit({ kind: 'breaker-state', at, owner, service, state }),
      );
  }

  /** Answers once, with the outcome of the last attempt and how many there were. */
  call(trace: string, caller: string, answer: (outcome: Outcome, attempts: number) => void): void {
    this.#attempt(trace, caller, 1, answer);
  }

  #attempt(
    trace: string,
    caller: string,
    attempt: number,
    answer: (outcome: Outcome, attempts: number) => void,
  ): void {
    this.#once(trace, caller, (outcome) => {
      const { retry } = this.#settings;
      if (outcome === 'ok' || attempt >= (retry?.attempts ?? 1) || !retry)
        return answer(outcome, attempt);
      const random = this.#world.stream(`${this.#owner} backoff`);
      this.#world.calendar.at(this.#world.calendar.now + backoff(retry, attempt, random), () =>
        this.#attempt(trace, caller, attempt + 1, answer),
      );
    });
  }

  #once(trace: string, caller: string, answer: (outcome: Outcome) => void): void {
    const { calendar, services } = this.#world;
    const { service: name, timeout } = this.#settings;
    const service = services.get(name);
    if (!service) throw new Error(`no service ${name}`);
    if (this.#breaker && !this.#breaker.admits(calendar.now)) {
      this.#refused(trace, caller);
      answer('breaker-open');
      return;
    }
    service.call(calendar.now, { caller, trace, timeout }, (now, outcome) => {
      if (outcome === 'ok') this.#breaker?.succeeded(now);
      else this.#breaker?.failed(now);
      answer(outcome);
    });
  }

  #refused(trace: string, caller: string): void {
    const at = this.#world.calendar.now;
    const { service } = this.#settings;
    this.#world.emit({
      kind: 'call-ended',
      at,
      service,
      caller,
      trace,
      outcome: 'breaker-open',
      startedAt: at,
      waited: 0,
    });
  }
}
