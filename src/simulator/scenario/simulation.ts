import type { Programs } from '../actors/program.ts';
import { EventCalendar, RandomStreams } from '../engine/index.ts';
import { type Micros, SECOND } from '../engine/time.ts';
import type { SimulationEvent } from '../events/index.ts';
import { FaultPlan } from '../faults/index.ts';
import { AlarmObserver, type Report, ReportObserver } from '../observers/index.ts';
import type { FaultSettings } from '../settings/fault.ts';
import type { Scenario } from '../settings/scenario.ts';
import { Cast } from './cast.ts';

/**
 * How a run ended: `done` when nothing was left to do; `out-of-time` when something still waited after the time to drain;
 * `too-many-events` at the bound on events.
 */
export type Ending = 'done' | 'out-of-time' | 'too-many-events';

export interface SimulationOptions {
  /** The scenario's own when left out. */
  readonly seed?: number | undefined;
  /** Only these occurrences of faults strike. */
  readonly allowed?: ReadonlySet<string> | undefined;
  /** Hears every event, in order. */
  readonly see?: ((event: SimulationEvent) => void) | undefined;
  /** What learners wrote, in the place of what the scenario says. */
  readonly programs?: Programs | undefined;
}

/** How often it is looked whether anything is left to do, once the producers have stopped. */
const LOOK_EVERY: Micros = SECOND;

/** One run of a scenario. It stands still between calls, so it can be watched, paused and interfered with. */
export class Simulation {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly #calendar = new EventCalendar();
  readonly #faults: FaultPlan;
  readonly #observer: ReportObserver;
  readonly #cast: Cast;
  #ending: Ending | undefined;

  constructor(
    scenario: Scenario,
    { seed = scenario.seed, allowed, see, programs }: SimulationOptions,
  ) {
    this.scenario = scenario;
    this.seed = seed;
    const calendar = this.#calendar;
    const streams = new RandomStreams(seed);
    const observer = new ReportObserver(scenario);
    this.#observer = observer;
    const emit = (event: SimulationEvent) => {
      observer.see(event);
      see?.(event);
    };
    this.#faults = new FaultPlan(
      { seed, now: () => calendar.now, at: (time, run) => calendar.at(time, run), emit },
      scenario.runFor,
      allowed,
    );
    this.#cast = new Cast(scenario, {
      calendar,
      faults: this.#faults,
      programs,
      stream: (name) => streams.stream(name),
      emit,
    });
    for (const fault of scenario.faults) this.#faults.add(fault);
    this.#cast.start();
    this.#watch(emit);
    calendar.at(scenario.runFor, () => this.#look());
  }

  get now(): Micros {
    return this.#calendar.now;
  }

  get events(): number {
    return this.#calendar.processed;
  }

  /** Undefined while it goes on. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** What it came to so far. */
  report(): Report {
    return this.#observer.report(this.#calendar.now);
  }

  /** One metric so far, without measuring the others. */
  value(metric: string): number | undefined {
    return this.#observer.value(metric, this.#calendar.now);
  }

  /** An item that shows how a metric came about. */
  witness(metric: string): string | undefined {
    return this.#observer.witness(metric);
  }

  /** Goes on to this time, or to the end. */
  advanceTo(time: Micros): void {
    while (!this.#ending) {
      const next = this.#calendar.nextAt;
      if (next === undefined || next > time) {
        this.#calendar.runUntil(time);
        return;
      }
      this.step();
    }
  }

  /** Lets so many things happen, as far as there are any. */
  stepMany(steps: number): void {
    for (let step = 0; step < steps && !this.#ending; step += 1) this.step();
  }

  /** Lets one thing happen. */
  step(): void {
    if (this.#ending || !this.#calendar.step()) return;
    if (this.#calendar.processed >= this.scenario.maxEvents) this.#ending ??= 'too-many-events';
  }

  runToEnd(): Ending {
    this.advanceTo(this.scenario.runFor + this.scenario.drainFor);
    this.#ending ??= 'out-of-time';
    return this.#ending;
  }

  /** Lets a fault strike that the scenario doesn't have. Its moments must not be over. */
  inject(fault: FaultSettings): void {
    this.#faults.add(fault);
  }

  /** Lets alarms look at their metrics when it is time. */
  #watch(emit: (event: SimulationEvent) => void): void {
    const observer = this.#observer;
    const alarms = new AlarmObserver(this.scenario.alarms, (metric, now) =>
      observer.value(metric, now),
    );
    const look = (now: Micros) => {
      for (const change of alarms.look(now)) emit(change);
      if (alarms.nextLook !== undefined) this.#calendar.at(alarms.nextLook, look);
    };
    if (alarms.nextLook !== undefined) this.#calendar.at(alarms.nextLook, look);
  }

  #look(): void {
    const { now } = this.#calendar;
    const end = this.scenario.runFor + this.scenario.drainFor;
    if (this.#cast.isQuiet) this.#ending = 'done';
    else if (now >= end) this.#ending = 'out-of-time';
    else this.#calendar.at(Math.min(now + LOOK_EVERY, end), () => this.#look());
  }
}
